using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TitleWorkflow.Web.Tests.Hosting;

/// <summary>Reads answers without a type for each.</summary>
internal static class Json
{
    /// <summary>Writes Chinese as Chinese.</summary>
    public static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Text(this JsonNode node, string name) => node.TextOrNull(name) ?? throw Missing(node, name);

    public static string? TextOrNull(this JsonNode node, string name) => node[name]?.ToString();

    public static DateOnly Date(this JsonNode node, string name) => DateOnly.Parse(node.Text(name));

    public static int Number(this JsonNode node, string name) => (node[name] ?? throw Missing(node, name)).GetValue<int>();

    public static bool Flag(this JsonNode node, string name) => (node[name] ?? throw Missing(node, name)).GetValue<bool>();

    public static JsonNode Part(this JsonNode node, string name) => node[name] ?? throw Missing(node, name);

    public static IReadOnlyList<JsonNode> Items(this JsonNode node, string name) =>
        [.. node.Part(name).AsArray().Select(item => item!)];

    private static KeyNotFoundException Missing(JsonNode node, string name) => new($"No {name} in {node.ToJsonString()}");
}
