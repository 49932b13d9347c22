using TitleWorkflow.Engine.Activities;

namespace TitleWorkflow.Web.CommandLine;

/// <summary>The activity types as a Markdown table: what can be drawn, and what it needs and gives.</summary>
internal static class CatalogTable
{
    public static string For(ActivityCatalog catalog) => string.Join('\n', (string[])
    [
        "| Type | What it does | Needs | Gives | Outcomes |",
        "| --- | --- | --- | --- | --- |",
        .. catalog.Descriptors.Where(descriptor => descriptor.IsBrowsable).Select(Row),
    ]);

    private static string Row(ActivityDescriptor activity) =>
        $"| {string.Join(" | ", Cells(activity).Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))} |";

    private static IEnumerable<string> Cells(ActivityDescriptor activity) =>
    [
        $"`{activity.TypeName}`",
        activity.Description ?? "",
        List(activity.Inputs.Where(input => input.IsBrowsable).Select(input => Camel(input.Name))
            .Concat(activity.EmbeddedPorts.Where(port => port.IsBrowsable).Select(port => Camel(port.Name)))),
        List(activity.Outputs.Select(output => Camel(output.Name))),
        List(activity.Outcomes.Select(outcome => $"`{outcome}`").Concat(activity.HasOutcomesOfItsOwn ? ["its own"] : [])),
    ];

    private static string List(IEnumerable<string> names) => string.Join(", ", names);

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
