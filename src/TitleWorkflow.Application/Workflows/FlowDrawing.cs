using System.Text.Json.Nodes;
using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.Documents;

namespace TitleWorkflow.Application.Workflows;

/// <summary>A step's place in the drawing.</summary>
public sealed record FlowPlace(double X, double Y, double Width, double Height)
{
    /// <summary>Right edge.</summary>
    public double Right => X + Width;

    /// <summary>Lower edge.</summary>
    public double Bottom => Y + Height;
}

/// <summary>Reads where a document's steps are drawn; steps nobody has placed stand in rows below.</summary>
internal static class FlowDrawing
{
    private const double Width = 200;
    private const double Height = 56;
    private const double Pitch = 270;
    private const double Row = 110;
    private const int PerRow = 5;

    /// <summary>The flowchart that makes up the flow: the root, or the first inside it.</summary>
    public static ActivityNode? Chart(WorkflowDocument document) =>
        document.Nodes.FirstOrDefault(n => n.Type == "Elsa.Flowchart");

    public static IReadOnlyDictionary<string, FlowPlace> Places(ActivityNode chart)
    {
        var placed = chart.Children.Where(c => c.Position is not null).ToDictionary(c => c.Id, Placed);
        var below = placed.Count == 0 ? 0 : placed.Values.Max(p => p.Bottom) + Row - Height;
        var left = placed.Count == 0 ? 0 : placed.Values.Min(p => p.X);
        var others = chart.Children.Where(c => c.Position is null).Select((c, i) => (c.Id, Place: new FlowPlace(
            left + (i % PerRow * Pitch), below + (i / PerRow * Row), Width, Height)));
        foreach (var (id, place) in others)
        {
            placed[id] = place;
        }

        return placed;
    }

    /// <summary>Steps in the order a case meets them first, those nothing leads to at the end.</summary>
    public static IReadOnlyList<ActivityNode> InOrder(ActivityNode chart, ActivityCatalog catalog)
    {
        var start = chart.Children.FirstOrDefault(c => catalog.Find(c.Type, c.Version)?.IsStart == true) ?? chart.Children[0];
        var order = new List<string> { start.Id };
        for (var i = 0; i < order.Count; i++)
        {
            order.AddRange(chart.Connections.Where(c => c.Source == order[i]).Select(c => c.Target)
                .Where(t => !order.Contains(t)).Distinct().ToList());
        }

        return
        [
            .. order.Select(id => chart.Children.FirstOrDefault(c => c.Id == id)).OfType<ActivityNode>(),
            .. chart.Children.Where(c => !order.Contains(c.Id)),
        ];
    }

    private static FlowPlace Placed(ActivityNode node)
    {
        var size = (node.Metadata["designer"] as JsonObject)?["size"] as JsonObject;
        return new FlowPlace(
            node.Position!.X, node.Position.Y, Number(size?["width"]) ?? Width, Number(size?["height"]) ?? Height);
    }

    private static double? Number(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<double>(out var number) && number > 0 ? number : null;
}
