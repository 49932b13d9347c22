using System.Text.Json.Nodes;

namespace TitleWorkflow.Engine.State;

/// <summary>One execution of one activity from beginning to end, as the journal tells it.</summary>
/// <param name="ActivityInstanceId">The execution.</param>
/// <param name="ActivityId">The activity's id in its document.</param>
/// <param name="NodeId">The path of ids from the root.</param>
/// <param name="ActivityType">The activity's type name.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="StartedAt">When it began, in UTC.</param>
/// <param name="EndedAt">When it completed, was cancelled or faulted, in UTC; null while it is open.</param>
/// <param name="OwnerId">The execution of the container around it; null for the workflow itself.</param>
/// <param name="Outcomes">How it completed.</param>
/// <param name="Inputs">JSON object of the evaluated inputs; null if there are none.</param>
/// <param name="Outputs">JSON object of what it produced; null if nothing.</param>
/// <param name="Exception">JSON object of its last fault; null if it has none.</param>
/// <param name="FaultCount">How often it faulted.</param>
public sealed record ActivityExecution(
    string ActivityInstanceId,
    string ActivityId,
    string NodeId,
    string ActivityType,
    ActivityStatus Status,
    DateTimeOffset StartedAt,
    DateTimeOffset? EndedAt,
    string? OwnerId,
    IReadOnlyList<string> Outcomes,
    JsonNode? Inputs,
    JsonNode? Outputs,
    JsonNode? Exception,
    int FaultCount)
{
    /// <summary>Reads the executions off one instance's whole journal, in the order they began.</summary>
    public static IReadOnlyList<ActivityExecution> From(IEnumerable<JournalEntry> journal) =>
        [.. journal.GroupBy(entry => entry.ActivityInstanceId).Select(From)];

    private static ActivityExecution From(IGrouping<string, JournalEntry> entries)
    {
        var first = entries.First();
        var start = Payload(first);
        var execution = new ActivityExecution(
            entries.Key,
            first.ActivityId,
            first.NodeId,
            first.ActivityType,
            ActivityStatus.Running,
            first.At,
            EndedAt: null,
            start?["Owner"]?.GetValue<string>(),
            Outcomes: [],
            start?[nameof(Inputs)],
            Outputs: null,
            Exception: null,
            FaultCount: 0);

        return entries.Aggregate(execution, Then);
    }

    private static ActivityExecution Then(ActivityExecution execution, JournalEntry entry) => entry.EventName switch
    {
        JournalEvents.Completed => execution with
        {
            Status = ActivityStatus.Completed,
            EndedAt = entry.At,
            Outcomes = entry.Outcomes,
            Outputs = Payload(entry)?[nameof(Outputs)],
        },
        JournalEvents.Canceled => execution with { Status = ActivityStatus.Canceled, EndedAt = entry.At },
        JournalEvents.Faulted => execution with
        {
            Status = ActivityStatus.Faulted,
            EndedAt = entry.At,
            Exception = Payload(entry)?[nameof(Exception)],
            FaultCount = execution.FaultCount + 1,
        },
        JournalEvents.PreconditionFailed => execution with { Status = ActivityStatus.Pending },
        JournalEvents.Retried or JournalEvents.Started or JournalEvents.Resumed =>
            execution with { Status = ActivityStatus.Running, EndedAt = null },
        _ => execution,
    };

    private static JsonNode? Payload(JournalEntry entry) =>
        entry.PayloadJson is { } json ? JsonNode.Parse(json) : null;
}
