namespace TitleWorkflow.Web.Pages.Shared.Parts;

/// <summary>A short numbered list of what is to be done.</summary>
public sealed record Steps(IReadOnlyList<string> All);
