using TitleWorkflow.Application.Instances;
using TitleWorkflow.Engine.State;

namespace TitleWorkflow.Web.Studio;

/// <summary>Writes a case as the designer's viewer expects it. Values of steps are not among it: they may be of the dossier.</summary>
internal static class CaseJson
{
    private const char Between = '~';

    private static readonly Dictionary<string, object> Nothing = [];

    public static object Row(ListInstances.Row row, string? versionId) => new
    {
        Id = row.Instance,
        row.DefinitionId,
        DefinitionVersionId = versionId,
        row.Version,
        Status = row.State == ListInstances.State.Running ? WorkflowStatus.Running : WorkflowStatus.Finished,
        SubStatus = row.State == ListInstances.State.Running ? "Suspended" : $"{row.State}",
        CorrelationId = row.Number,
        Name = row.Number ?? row.FlowName,
        IncidentCount = row.Incidents,
        IsSystem = false,
        CreatedAt = row.StartedAt,
        row.UpdatedAt,
    };

    public static object Of(GetInstanceTrace.Result trace)
    {
        var head = new Dictionary<string, object?>
        {
            ["id"] = trace.Summary.Instance,
            ["definitionId"] = trace.Summary.DefinitionId,
            ["definitionVersionId"] = trace.VersionId,
            ["version"] = trace.Summary.Version,
            ["parentWorkflowInstanceId"] = trace.Parent,
            ["status"] = trace.Status,
            ["subStatus"] = trace.SubStatus,
            ["correlationId"] = trace.CorrelationId,
            ["name"] = trace.Summary.Number ?? trace.Summary.FlowName,
            ["incidentCount"] = trace.Incidents.Count,
            ["isSystem"] = false,
            ["isExecuting"] = false,
            ["createdAt"] = trace.Summary.StartedAt,
            ["updatedAt"] = trace.Summary.UpdatedAt,
            ["finishedAt"] = trace.FinishedAt,
        };
        return new Dictionary<string, object?>(head)
        {
            ["workflowState"] = new Dictionary<string, object?>(head)
            {
                ["definitionVersion"] = trace.Summary.Version,
                ["bookmarks"] = Array.Empty<object>(),
                ["incidents"] = trace.Incidents.Select(Incident),
                ["fault"] = null,
                ["completionCallbacks"] = Array.Empty<object>(),
                ["activityExecutionContexts"] = Array.Empty<object>(),
                ["input"] = Nothing,
                ["output"] = Nothing,
                ["properties"] = Nothing,
            },
        };
    }

    public static object Line(string instance, GetInstanceTrace.Line line) => new
    {
        Id = $"{instance}{Between}{line.Sequence}",
        ActivityInstanceId = Id(instance, line.Execution),
        ParentActivityInstanceId = (string?)null,
        ActivityId = line.Place.Id,
        ActivityType = line.Place.Type,
        ActivityTypeVersion = 1,
        ActivityName = line.Place.Name,
        line.Place.NodeId,
        Timestamp = line.At,
        line.Sequence,
        EventName = line.Event,
        line.Message,
        Source = (string?)null,
        ActivityState = (object?)null,
        Payload = Payload(line.Outcomes),
    };

    public static object Count(string nodeId, GetInstanceTrace.Result trace)
    {
        var visits = trace.Executions.Where(e => e.Place.NodeId == nodeId).ToList();
        var done = visits.Count(v => v.Status == ActivityStatus.Completed);
        return new
        {
            ActivityId = nodeId.Split(':')[^1],
            ActivityNodeId = nodeId,
            StartedCount = visits.Count,
            CompletedCount = done,
            UncompletedCount = visits.Count(v => v.EndedAt is null),
            IsBlocked = visits.Exists(v => v.Waits),
            IsFaulted = trace.Incidents.Any(i => i.Place.NodeId == nodeId),
            AggregateFaultCount = trace.Incidents.Count(i => i.Place.NodeId == nodeId),
            Metadata = Nothing,
        };
    }

    /// <param name="instance">The case.</param>
    /// <param name="execution">The visit.</param>
    /// <param name="trace">Where the case has been.</param>
    /// <param name="depth">How many steps it stands inside, where that is asked.</param>
    public static object Execution(
        string instance, GetInstanceTrace.Execution execution, GetInstanceTrace.Result trace, int depth = 0) => new
        {
            Id = Id(instance, execution.Id),
            WorkflowInstanceId = instance,
            ActivityId = execution.Place.Id,
            ActivityNodeId = execution.Place.NodeId,
            ActivityType = execution.Place.Type,
            ActivityTypeVersion = 1,
            ActivityName = execution.Place.Name,
            execution.StartedAt,
            CompletedAt = execution.EndedAt,
            HasBookmarks = execution.Waits,
            execution.Status,
            AggregateFaultCount = trace.Incidents.Count(i => i.Execution == execution.Id),
            Metadata = Nothing,
            ActivityState = Nothing,
            Payload = Payload(execution.Outcomes),
            Outputs = Nothing,
            Properties = Nothing,
            Exception = (object?)null,
            SchedulingActivityExecutionId = (string?)null,
            SchedulingActivityId = (string?)null,
            SchedulingWorkflowInstanceId = trace.Parent,
            CallStackDepth = depth,
        };

    /// <summary>The case and the visit that an id of an execution stands for: the viewer asks for one without naming the case.</summary>
    public static (string Instance, string Execution) Split(string id) =>
        id.IndexOf(Between, StringComparison.Ordinal) is > 0 and var place ? (id[..place], id[(place + 1)..]) : (id, "");

    private static string Id(string instance, string execution) => $"{instance}{Between}{execution}";

    private static object Incident(GetInstanceTrace.Trouble trouble) => new
    {
        ActivityId = trouble.Place.Id,
        ActivityNodeId = trouble.Place.NodeId,
        ActivityInstanceId = trouble.Execution,
        ActivityType = trouble.Place.Type,
        trouble.Message,
        Exception = trouble.Exception is { } type
            ? new { Type = type, trouble.Message, StackTrace = (string?)null, InnerException = (object?)null }
            : null,
        Timestamp = trouble.At,
    };

    private static Dictionary<string, object> Payload(IReadOnlyList<string> outcomes) =>
        outcomes.Count == 0 ? [] : new() { ["Outcomes"] = outcomes };
}
