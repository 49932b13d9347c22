using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using TitleWorkflow.Engine.Documents;

namespace TitleWorkflow.Engine.Tests.Laws;

[Trait("Semantics", "1")]
public sealed class DocumentProperties
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // A drawing, foreign types at some of its places, connections in the obsolete form, and members nobody knows.
    private static readonly Arbitrary<Foreign> Documents = Arb.From(
        from drawing in Drawings.InCounterMode.Generator
        from types in Addition.Few(Gen.Choose(0, 30))
        from flat in Addition.Few(Gen.Choose(0, 30))
        from additions in Addition.Few(Addition.Any)
        select new Foreign(drawing, types, flat, additions),
        Smaller);

    [Fact]
    public void A_document_that_is_read_and_written_is_the_same_to_the_letter() =>
        Law.Holds(Documents, document =>
        {
            var text = document.ToJson().ToJsonString(Plain);

            Assert.Equal(text, WorkflowDocument.Parse(text).ToJson());
            Assert.Equal(text, WorkflowDocument.Parse(WorkflowDocument.Parse(text).ToJson(indented: true)).ToJson());
        });

    [Fact]
    public void The_fingerprint_is_that_of_the_content_whatever_its_order_and_identity() =>
        Law.Holds(Documents, document =>
        {
            var json = document.ToJson();
            var other = (JsonObject)Reversed(json)!;
            other["version"] = 7;
            other["isLatest"] = true;

            var fingerprint = WorkflowDocument.Parse(json.ToJsonString()).ContentHash();
            Assert.Equal(fingerprint, WorkflowDocument.Parse(other.ToJsonString(Plain)).ContentHash());

            other["root"]!["addedLater"] = 1;
            Assert.NotEqual(fingerprint, WorkflowDocument.Parse(other.ToJsonString()).ContentHash());
        });

    private static JsonNode? Reversed(JsonNode? node) => node switch
    {
        JsonObject json => new JsonObject(json.Reverse().Select(member => KeyValuePair.Create(member.Key, Reversed(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Reversed)]),
        _ => node?.DeepClone(),
    };

    private static IEnumerable<Foreign> Smaller(Foreign document) =>
    [
        .. Less(document.Additions).Select(additions => document with { Additions = additions }),
        .. Less(document.Types).Select(types => document with { Types = types }),
        .. Less(document.Flat).Select(flat => document with { Flat = flat }),
        .. Drawings.InCounterMode.Shrinker(document.Drawing).Select(drawing => document with { Drawing = drawing }),
    ];

    private static IEnumerable<T[]> Less<T>(T[] items) =>
        Enumerable.Range(0, items.Length).Select(left => items.Where((_, i) => i != left).ToArray());

    private sealed record Foreign(Drawing Drawing, int[] Types, int[] Flat, Addition[] Additions)
    {
        public JsonObject ToJson()
        {
            var json = JsonNode.Parse(Drawing.ToFlow().ToJson())!.AsObject();
            var activities = json["root"]!["activities"]!.AsArray();
            var connections = json["root"]!["connections"]!.AsArray();

            foreach (var place in Types)
            {
                activities[place % activities.Count]!["type"] = "Acme.Lamp";
            }

            foreach (var place in Flat.Where(_ => connections.Count > 0))
            {
                var connection = connections[place % connections.Count]!.AsObject();

                if (connection["source"] is JsonObject source && connection["target"] is JsonObject target)
                {
                    connections[place % connections.Count] = new JsonObject
                    {
                        ["source"] = source["activity"]!.DeepClone(),
                        ["target"] = target["activity"]!.DeepClone(),
                        ["sourcePort"] = source["port"]?.DeepClone(),
                        ["targetPort"] = "In",
                    };
                }
            }

            foreach (var addition in Additions)
            {
                addition.To(json);
            }

            return json;
        }

        public override string ToString() => $"\n{ToJson().ToJsonString(Plain)}\n";
    }
}
