using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace TitleWorkflow.Engine.Tests.Laws;

/// <summary>Something in a document that this engine does not know: a member of one of its objects.</summary>
internal sealed record Addition(int Place, string Name, string Json)
{
    private static readonly Gen<string> Names = Gen.Elements(
        "glow", "Glow", "类型", "a b", "x.y", "$ref", "__proto__", "itemsBefore", "note\"1\"", "tab\t", "\u0001", "emoji😀");

    private static readonly Gen<string> Scalars = Gen.Elements(
        "null", "true", "0", "-0", "1.50", "1e400", "12345678901234567890123.5", "\"\"", "\"职称\"", "\"\\u0000\\\"<&>\"",
        "\"2026-01-05T01:00:00+00:00\"", "\"\\ud83d\\ude00\"", "[]", "{}", "\"[1,2]\"", "{\"type\":\"Acme.Lamp\"}",
        "{\"type\":\"Liquid\",\"value\":\"{{ Variables.X }}\"}", "{\"typeName\":\"Acme.Colour, Acme\",\"expression\":{\"type\":\"CSharp\",\"value\":\"1 + 1\"}}");

    /// <summary>Members of any shape, three levels deep at most.</summary>
    public static Gen<Addition> Any { get; } =
        from place in Gen.Choose(0, 200)
        from name in Names
        from json in Value(depth: 3)
        select new Addition(place, name, json);

    /// <summary>None, or up to three.</summary>
    public static Gen<T[]> Few<T>(Gen<T> items) => Gen.Choose(0, 3).SelectMany(count => items.ArrayOf(count));

    /// <summary>Adds the member where there is none of that name yet.</summary>
    public void To(JsonObject document)
    {
        var objects = Objects(document).ToList();
        var target = objects[Place % objects.Count];

        if (!target.Any(member => member.Key.Equals(Name, StringComparison.OrdinalIgnoreCase)))
        {
            target[Name] = JsonNode.Parse(Json);
        }
    }

    private static Gen<string> Value(int depth) => depth == 0
        ? Scalars
        : Gen.Frequency(
            (2, Scalars),
            (1, from items in Few(Value(depth - 1))
                select $"[{string.Join(',', items)}]"),
            (1, from members in Few(from name in Names from value in Value(depth - 1) select (name, value))
                select $"{{{string.Join(',', members.DistinctBy(member => member.name)
                    .Select(member => $"{JsonValue.Create(member.name).ToJsonString()}:{member.value}"))}}}"));

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject json => json.SelectMany(member => Objects(member.Value)).Prepend(json),
        JsonArray items => items.SelectMany(Objects),
        _ => [],
    };
}
