using System.Text.Json;
using System.Text.Json.Nodes;

namespace TitleWorkflow.Engine.Documents;

/// <summary>
/// Reads a document's JSON so that member names ignore case. An object with names that differ in nothing but case, as a
/// designer's own data may have, keeps them all: there the case counts.
/// </summary>
internal static class DocumentJson
{
    private static readonly JsonNodeOptions AnyCase = new() { PropertyNameCaseInsensitive = true };

    // Said outright: an object without options takes those of what it is put into.
    private static readonly JsonNodeOptions ExactCase = new() { PropertyNameCaseInsensitive = false };

    /// <exception cref="JsonException">The text is no JSON.</exception>
    /// <exception cref="ArgumentException">An object has the same name twice.</exception>
    public static JsonNode? Read(string json)
    {
        using var text = JsonDocument.Parse(json);

        return Read(text.RootElement.Clone());
    }

    private static JsonNode? Read(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => ReadObject(element),
        JsonValueKind.Array => new JsonArray([.. element.EnumerateArray().Select(Read)]),
        JsonValueKind.Null => null,
        _ => JsonValue.Create(element),
    };

    private static JsonObject ReadObject(JsonElement element)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var isClear = element.EnumerateObject().All(member => names.Add(member.Name));
        var json = new JsonObject(isClear ? AnyCase : ExactCase);

        foreach (var member in element.EnumerateObject())
        {
            json.Add(member.Name, Read(member.Value));
        }

        return json;
    }
}
