namespace TitleWorkflow.Web.Problems;

/// <summary>
/// Why the page's last act did not happen: broken rules, or — with no rule — somebody changed the data in the meantime.
/// </summary>
public sealed record Refusal(IReadOnlyList<BrokenRule> Rules)
{
    internal static Refusal ChangedMeanwhile => new([]);

    /// <summary>Whether a part of the page has shown it; what was to be done may no longer be on the page.</summary>
    internal bool IsShown { get; set; }
}
