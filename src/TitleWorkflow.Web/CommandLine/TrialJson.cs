using System.Text.Json;
using System.Text.Json.Nodes;
using TitleWorkflow.Engine.State;
using TitleWorkflow.Engine.Trials;

namespace TitleWorkflow.Web.CommandLine;

/// <summary>A trial as lines of JSON.</summary>
internal static class TrialJson
{
    public static JsonObject Of(TrialEvent happened) => happened switch
    {
        TrialLine line => new JsonObject { ["line"] = line.Text },
        TrialEntry { IsChild: true } child => new JsonObject { ["child"] = Of(child) },
        TrialEntry own => Of(own.Entry),
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened, "No line is known for it."),
    };

    /// <summary>What is left at the end: what waits, what went wrong, what was produced; last, how it stands.</summary>
    public static IEnumerable<JsonObject> Of(TrialResult result, WorkflowInstance instance)
    {
        foreach (var waiting in result.Waiting)
        {
            yield return new JsonObject { ["bookmark"] = Of(waiting) };
        }

        foreach (var incident in result.Children.Append(instance).SelectMany(known => known.Incidents).Where(known => known.IsOpen))
        {
            yield return new JsonObject { ["incident"] = Of(incident) };
        }

        if (instance.Output.Count > 0)
        {
            yield return new JsonObject
            {
                ["output"] = new JsonObject(
                    instance.Output.Select(output => KeyValuePair.Create(output.Key, output.Value?.DeepClone()))),
            };
        }

        yield return new JsonObject
        {
            ["status"] = instance.Status.ToString(),
            ["subStatus"] = instance.SubStatus.ToString(),
        };
    }

    private static JsonObject Of(JournalEntry entry) => new()
    {
        ["seq"] = entry.Sequence,
        ["activityId"] = entry.ActivityId,
        ["type"] = entry.ActivityType,
        ["event"] = entry.EventName,
        ["outcomes"] = new JsonArray([.. entry.Outcomes.Select(outcome => (JsonNode)outcome)]),
    };

    // Another instance counts its journal by itself: its lines are kept apart.
    private static JsonObject Of(TrialEntry child)
    {
        var json = Of(child.Entry);
        json.Insert(0, "workflowInstanceId", child.InstanceId);
        json.Insert(1, "definitionId", child.DefinitionId);

        return json;
    }

    private static JsonObject Of(WaitingBookmark waiting)
    {
        var bookmark = waiting.Bookmark;

        return new JsonObject
        {
            ["id"] = bookmark.Id,
            ["name"] = bookmark.Name,
            ["hash"] = bookmark.Hash,
            ["payload"] = bookmark.Payload?.DeepClone(),
            ["activityId"] = bookmark.ActivityId,
            ["activityNodeId"] = bookmark.ActivityNodeId,
            ["activityInstanceId"] = bookmark.ActivityInstanceId,
            ["createdAt"] = bookmark.CreatedAt,
            ["dueAt"] = bookmark.DueAt,
            ["autoBurn"] = bookmark.AutoBurn,
            ["callbackMethodName"] = bookmark.CallbackMethodName,
            ["autoComplete"] = bookmark.AutoComplete,
            ["metadata"] = JsonSerializer.SerializeToNode(bookmark.Metadata),
            ["correlationId"] = bookmark.CorrelationId,
            ["workflowInstanceId"] = waiting.InstanceId,
        };
    }

    private static JsonObject Of(Incident incident) => new()
    {
        ["kind"] = incident.Kind.ToString(),
        ["activityId"] = incident.ActivityId,
        ["activityNodeId"] = incident.ActivityNodeId,
        ["activityType"] = incident.ActivityType,
        ["activityInstanceId"] = incident.ActivityInstanceId,
        ["message"] = incident.Message,
        ["exception"] = incident.Exception?.DeepClone(),
        ["timestamp"] = incident.At,
    };
}
