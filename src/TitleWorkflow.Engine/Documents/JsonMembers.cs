using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TitleWorkflow.Engine.Documents;

/// <summary>Forgiving reads: a member of the wrong kind counts as absent, as it does for Elsa.</summary>
internal static class JsonMembers
{
    public static JsonSerializerOptions Compact { get; } =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonSerializerOptions Indented { get; } = new(Compact) { WriteIndented = true };

    public static IEnumerable<JsonNode?> Items(this JsonNode? node) =>
        node as JsonArray ?? Enumerable.Empty<JsonNode?>();

    /// <summary>A member of an object; null of anything else, which an indexer would throw at.</summary>
    public static JsonNode? Member(this JsonNode? node, string name) => (node as JsonObject)?[name];

    public static string? AsText(this JsonNode? node) => node switch
    {
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.ToString(),
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => value.ToJsonString(),
        _ => null,
    };

    public static int? AsInt32(this JsonNode? node) =>
        int.TryParse(node.AsText(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static double? AsDouble(this JsonNode? node) =>
        double.TryParse(node.AsText(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    public static bool? AsBoolean(this JsonNode? node) => node switch
    {
        JsonValue value when value.GetValueKind() is JsonValueKind.True or JsonValueKind.False =>
            value.GetValue<bool>(),
        JsonValue value when bool.TryParse(value.AsText(), out var text) => text,
        _ => null,
    };
}
