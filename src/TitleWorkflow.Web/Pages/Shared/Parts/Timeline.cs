namespace TitleWorkflow.Web.Pages.Shared.Parts;

/// <summary>
/// One entry of a history: what happened and who did it, when, a side fact, the opinion word for word, a digest in
/// full.
/// </summary>
public sealed record TimelineEntry(
    string Title, string When, string? Fact = null, string? Opinion = null, string? Hash = null,
    TimelineMark Mark = TimelineMark.Past);

/// <summary>Whether an entry is over, is where the case stands, or holds it up.</summary>
public enum TimelineMark
{
    Past,
    Now,
    Held,
}

/// <summary>A history, newest first.</summary>
public sealed record Timeline(IReadOnlyList<TimelineEntry> Entries);
