using System.Text.Json;
using System.Text.Json.Nodes;
using TitleWorkflow.Engine.Trials;

namespace TitleWorkflow.Web.CommandLine;

/// <summary>Reads a file of answers: a list of <c>{activityId | type, outcome, result}</c>.</summary>
internal static class TrialAnswers
{
    /// <exception cref="FlowFileException">The file cannot be read, or is no such list.</exception>
    public static IReadOnlyList<TrialAnswer> Read(string file) =>
        FlowFiles.Parse(FlowFiles.Text(file), file) is JsonArray items
            ? [.. items.Select((item, index) => Read(item as JsonObject, $"{file}: $[{index}]"))]
            : throw new FlowFileException($"{file}: a list of answers is expected.");

    private static TrialAnswer Read(JsonObject? json, string place)
    {
        var answer = new TrialAnswer
        {
            ActivityId = Text(json?["activityId"], place),
            Type = Text(json?["type"], place),
            Outcomes = json?["outcome"] switch
            {
                null => null,
                JsonArray several => [.. several.Select(name => Text(name, place)).OfType<string>()],
                var single => [Text(single, place)!],
            },
            Result = json?["result"]?.DeepClone(),
        };

        return answer is { ActivityId: null, Type: null }
            ? throw new FlowFileException($"{place}: an answer says whose it is, by activityId or type.")
            : answer;
    }

    private static string? Text(JsonNode? node, string place) => node switch
    {
        null => null,
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        _ => throw new FlowFileException($"{place}: activityId, type and outcome are texts."),
    };
}
