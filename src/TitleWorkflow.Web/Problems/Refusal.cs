namespace TitleWorkflow.Web.Problems;

/// <summary>
/// Why the page's last act did not happen: broken rules, or — with no rule — somebody changed the data in the meantime.
/// </summary>
public sealed record Refusal(IReadOnlyList<BrokenRule> Rules)
{
    internal static Refusal ChangedMeanwhile { get; } = new([]);
}
