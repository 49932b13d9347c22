namespace TitleWorkflow.Web.Pages.Shared.Parts;

/// <summary>A label and its value; numbers keep together, identifiers are set in mono.</summary>
public sealed record Fact(string Label, string Value, FactStyle Style = FactStyle.Text);

/// <summary>How a value is set.</summary>
public enum FactStyle
{
    Text,
    Number,
    Code,
    Wide,
}

/// <summary>A list of facts, in columns or — in a narrow place — as rows.</summary>
public sealed record Facts(IReadOnlyList<Fact> All, bool AsRows = false);
