namespace TitleWorkflow.Web.Pages.Shared.Parts;

/// <summary>The result of one check the system made.</summary>
public enum CheckState
{
    Holds,
    Waived,
    Warns,
    Fails,
}

/// <summary>
/// A check: what was found, and the source of the value or the rule at the right; a link where one leads further.
/// </summary>
public sealed record Check(CheckState State, string Text, string? Source = null, string? Href = null);

/// <summary>What the system checked, with value and source.</summary>
public sealed record Checks(IReadOnlyList<Check> All);
