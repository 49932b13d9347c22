using System.Text.Json.Nodes;

namespace TitleWorkflow.Engine.Documents;

/// <summary>
/// Brings a document into the order of an earlier one, so that a drawing nobody has changed is the same text again: members and
/// list items stand where they stood, defaults nobody had written are gone, and members a designer does not know are back.
/// </summary>
internal static class DocumentOrder
{
    // The designer keeps an activity's JSON as it is; everything around it passes through types of its own and loses the rest.
    private static readonly HashSet<string> KeptWhole = new(StringComparer.OrdinalIgnoreCase) { "activities" };

    public static WorkflowDocument Restore(WorkflowDocument document, WorkflowDocument before) => WorkflowDocument.Parse(
        Ordered(DocumentJson.Read(document.ToJson()), DocumentJson.Read(before.ToJson()), bringsBack: true)!.ToJsonString(JsonMembers.Compact));

    private static JsonNode? Ordered(JsonNode? now, JsonNode? before, bool bringsBack) => (now, before) switch
    {
        (JsonObject members, JsonObject earlier) => Ordered(members, earlier, bringsBack),
        (JsonArray items, JsonArray earlier) => Ordered(items, earlier, bringsBack),
        (null, JsonArray { Count: 0 }) => new JsonArray(),
        _ => now?.DeepClone(),
    };

    private static JsonObject Ordered(JsonObject now, JsonObject before, bool bringsBack)
    {
        var ordered = new JsonObject();
        foreach (var (name, earlier) in before)
        {
            if (now.ContainsKey(name))
            {
                ordered[name] = Ordered(now[name], earlier, bringsBack && !KeptWhole.Contains(name));
            }
            else if (bringsBack)
            {
                ordered[name] = earlier?.DeepClone();
            }
        }

        foreach (var (name, value) in now.Where(m => !before.ContainsKey(m.Key) && !IsNothing(m.Value, bringsBack)))
        {
            ordered[name] = value!.DeepClone();
        }

        return ordered;
    }

    private static JsonArray Ordered(JsonArray now, JsonArray before, bool bringsBack)
    {
        var places = before.Select((item, place) => (Key: Key(item), Item: item, Place: place))
            .Where(item => item.Key is not null)
            .DistinctBy(item => item.Key)
            .ToDictionary(item => item.Key!, StringComparer.Ordinal);
        var items = now.Select(item => (Item: item, Known: Key(item) is { } key && places.TryGetValue(key, out var known) ? known : default));

        return
        [
            .. items.OrderBy(item => item.Known.Key is null ? int.MaxValue : item.Known.Place)
                .Select(item => Ordered(item.Item, item.Known.Item, bringsBack)),
        ];
    }

    // The types that everything around activities passes through write every member they have.
    private static bool IsNothing(JsonNode? value, bool aroundActivities) => value switch
    {
        null => true,
        JsonArray { Count: 0 } or JsonObject { Count: 0 } => aroundActivities,
        JsonValue text => aroundActivities && text.ToString() is "" or "false",
        _ => false,
    };

    // What makes an item the same one: an id, a name, or both ends of a connection.
    private static string? Key(JsonNode? item) => item switch
    {
        JsonObject connection when connection["source"] is JsonObject from && connection["target"] is JsonObject to =>
            $"{from["activity"].AsText()}/{from["port"].AsText() ?? "Done"}>{to["activity"].AsText()}",
        JsonObject named => named["id"].AsText() ?? named["name"].AsText(),
        _ => null,
    };
}
