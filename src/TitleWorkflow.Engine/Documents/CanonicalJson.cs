using System.Text.Json;
using System.Text.Json.Nodes;

namespace TitleWorkflow.Engine.Documents;

/// <summary>
/// JSON of which equal values have equal texts: members in ordinal order, no spaces, numbers as written.
/// </summary>
internal static class CanonicalJson
{
    public static string Write(JsonNode? node) =>
        Sorted(node)?.ToJsonString(JsonMembers.Compact) ?? "null";

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members
            .OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => KeyValuePair.Create(member.Key, Sorted(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Sorted)]),
        JsonValue value when value.GetValueKind() == JsonValueKind.Null => null,
        _ => node?.DeepClone(),
    };
}
