namespace TitleWorkflow.Web.Pages.Shared.Parts;

/// <summary>
/// A file that proves a fact: name, side facts ("2 页", "1.4 MB"), digest, state as tone and word, where it opens, and
/// the form action that deletes it (null where it may not be deleted).
/// </summary>
public sealed record Evidence(
    string Name, IReadOnlyList<string> Facts, string? Hash = null, string Tone = "good", string? State = null,
    string? Href = null, string? DeleteAction = null);
