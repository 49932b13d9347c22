namespace TitleWorkflow.Web.Pages.Shared.Parts;

/// <summary>
/// Faint words over a meeting's screen: the reader's name and the time. Whoever photographs it signs it.
/// </summary>
public sealed record Watermark(string Text);
