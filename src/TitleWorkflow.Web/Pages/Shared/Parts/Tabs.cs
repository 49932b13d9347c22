namespace TitleWorkflow.Web.Pages.Shared.Parts;

/// <summary>A tab is a link; a count, where given, follows its name.</summary>
public sealed record Tab(string Text, string Href, bool Current = false, int? Count = null);

/// <summary>Tabs with the name a screen reader gives them.</summary>
public sealed record Tabs(string Label, params Tab[] All);
