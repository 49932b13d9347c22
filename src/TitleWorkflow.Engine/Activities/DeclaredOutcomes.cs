using System.Text.Json;
using System.Text.Json.Nodes;
using TitleWorkflow.Engine.Documents;

namespace TitleWorkflow.Engine.Activities;

/// <summary>Reads the outcomes that one activity declares in its own document.</summary>
internal static class DeclaredOutcomes
{
    private static readonly char[] Separators = ['\n', ',', '，', ';', '；'];

    public static IReadOnlyList<string> Of(ActivityDescriptor descriptor, ActivityNode node)
    {
        if (descriptor.OutcomesFrom is not { } input)
        {
            return descriptor.Outcomes;
        }

        var own = Names(Value(node.Json[input])).ToList();

        if (own.Count == 0
            && descriptor.Inputs.FirstOrDefault(known => known.Name == input)?.DefaultValue is { } fallback)
        {
            own = [.. Names(State.StateJson.ToNode(fallback))];
        }

        return descriptor.OutcomesReplace && own.Count > 0
            ? [.. own.Distinct()]
            : [.. own.Concat(descriptor.Outcomes).Distinct()];
    }

    // The expression's value where the input is wrapped; only literals and objects can be known without running.
    private static JsonNode? Value(JsonNode? input) =>
        input is JsonObject wrapped && wrapped["expression"] is JsonObject expression ? expression["value"] : input;

    private static IEnumerable<string> Names(JsonNode? value) => value switch
    {
        JsonArray items => items.SelectMany(Names),
        JsonObject labelled => Names(labelled["label"] ?? labelled["name"] ?? labelled["value"]),
        JsonValue text when text.AsText() is { Length: > 0 } names => Split(names),
        _ => [],
    };

    private static IEnumerable<string> Split(string text)
    {
        if (text.AsSpan().TrimStart().StartsWith("["))
        {
            try
            {
                return Names(JsonNode.Parse(text));
            }
            catch (JsonException)
            {
                // Not a list after all: the names are as they stand.
            }
        }

        return text.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
