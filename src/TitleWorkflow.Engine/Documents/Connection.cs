using System.Text.Json.Nodes;

namespace TitleWorkflow.Engine.Documents;

/// <summary>A line between two activities of one flowchart.</summary>
/// <param name="Source">The id of the activity it leaves.</param>
/// <param name="SourcePort">The outcome it stands for; null fits a completion without any explicit outcome.</param>
/// <param name="Target">The id of the activity it leads to.</param>
/// <param name="TargetPort">Drawn only; it has no effect.</param>
/// <param name="Vertices">The bends of the line, from source to target.</param>
/// <param name="Path">Where it stands in the document, as a JSON path.</param>
public sealed record Connection(
    string Source, string? SourcePort, string Target, string? TargetPort, IReadOnlyList<Point> Vertices, string Path)
{
    /// <summary>What identifies the connection in stored state, also in a later version of the document.</summary>
    internal string Key { get; } = $"{Source}/{SourcePort}>{Target}";

    /// <summary>
    /// Whether both ends are activities of the flowchart; connections that dangle are never followed.
    /// </summary>
    internal bool IsAttached { get; private init; } = true;

    internal static IReadOnlyList<Connection> ReadAll(JsonNode? list, ActivityNode flowchart) =>
        [.. list.Items().Select((item, index) => (item, path: $"{flowchart.Path}.connections[{index}]"))
            .Where(connection => connection.item is JsonObject)
            .Select(connection => Read((JsonObject)connection.item!, connection.path, flowchart))];

    private static Connection Read(JsonObject json, string path, ActivityNode flowchart)
    {
        var (source, sourcePort) = End(json, "source", "sourcePort");
        var (target, targetPort) = End(json, "target", "targetPort");
        var vertices = json["vertices"].Items().Select(Point.Read).OfType<Point>().ToList();

        return new Connection(source, sourcePort, target, targetPort, vertices, path)
        {
            IsAttached = flowchart.Child(source) is not null && flowchart.Child(target) is not null,
        };
    }

    // The current form has an object at each end, the obsolete one is flat.
    private static (string Activity, string? Port) End(JsonObject json, string end, string flatPort) =>
        json[end] is JsonObject nested
            ? (nested["activity"].AsText() ?? "", nested["port"].AsText())
            : (json[end].AsText() ?? "", json[flatPort].AsText());
}

/// <summary>A place in the designer's drawing, in its own units.</summary>
/// <param name="X">To the right.</param>
/// <param name="Y">Downwards.</param>
public sealed record Point(double X, double Y)
{
    internal static Point? Read(JsonNode? json) =>
        json is JsonObject place && place["x"].AsDouble() is { } x && place["y"].AsDouble() is { } y
            ? new Point(x, y)
            : null;
}
