namespace TitleWorkflow.Web.Pages.Shared.Parts;

/// <summary>
/// The round seal of an authority: only where a valid signature stands. The line below the star names its use.
/// </summary>
public sealed record Seal(string Authority, string Line, string? Small = null);
