namespace TitleWorkflow.Web.Pages.Shared.Parts;

/// <summary>A section of a form: done, with errors, or still to do; one is current.</summary>
public sealed record FormSection(string Name, string Href, bool Done = false, int Errors = 0, bool Current = false);

/// <summary>The sections of a form, in order.</summary>
public sealed record Sections(IReadOnlyList<FormSection> All);
