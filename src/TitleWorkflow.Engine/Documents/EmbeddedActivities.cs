using System.Text.Json.Nodes;

namespace TitleWorkflow.Engine.Documents;

/// <summary>
/// Finds the activities inside an activity without knowing its type, so that unknown types can be drawn too.
/// </summary>
internal static class EmbeddedActivities
{
    // None of these holds an activity, whatever their members are called.
    private static readonly HashSet<string> Never = new(StringComparer.OrdinalIgnoreCase)
    {
        "metadata", "customProperties", "variables", "connections", "expression", "memoryReference", "start",
        "condition",
    };

    public static IEnumerable<(JsonObject Json, string Path)> Find(JsonObject activity, string path) =>
        from member in activity
        where !Never.Contains(member.Key)
        from found in In(member.Value, $"{path}.{member.Key}")
        select found;

    /// <summary>An activity has a type and either an id or a type name with a dot; an expression has neither.</summary>
    public static bool IsActivity(JsonObject json) =>
        json["type"].AsText() is { } type
        && !json.ContainsKey("typeName")
        && (json.ContainsKey("id") || json.ContainsKey("nodeId") || type.Contains('.', StringComparison.Ordinal));

    private static IEnumerable<(JsonObject Json, string Path)> In(JsonNode? node, string path) => node switch
    {
        JsonObject json when IsActivity(json) => [(json, path)],
        JsonObject json when IsValue(json) => [],
        JsonObject json => Find(json, path),
        JsonArray items => items.SelectMany((item, index) => In(item, $"{path}[{index}]")),
        _ => [],
    };

    private static bool IsValue(JsonObject json) =>
        json.ContainsKey("typeName") || json.ContainsKey("expression") || json.ContainsKey("memoryReference")
        || (json.ContainsKey("type") && json.ContainsKey("value"));
}
