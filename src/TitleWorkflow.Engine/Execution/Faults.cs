using System.Text.Json.Nodes;
using TitleWorkflow.Engine.State;

namespace TitleWorkflow.Engine.Execution;

/// <summary>How exceptions become data.</summary>
internal static class Faults
{
    public static async ValueTask RecordAsync(ActivityExecutionContext context, Exception exception)
    {
        var workflow = context.WorkflowExecutionContext;
        var description = Describe(exception);
        context.State.Status = ActivityStatus.Faulted;
        workflow.Log(
            context,
            JournalEvents.Faulted,
            message: exception.Message,
            payload: new JsonObject { ["Exception"] = description.DeepClone() }.ToJsonString(StateJson.Options));

        for (var ancestor = context; ancestor is not null; ancestor = ancestor.Owner)
        {
            ancestor.State.FaultCount++;
        }

        var signal = new FaultSignal(exception);
        await Ending.SignalAsync(context, signal);

        if (signal.IsHandled)
        {
            return;
        }

        Add(context, IncidentKind.Fault, exception.Message, description);
        workflow.IsHalted |= workflow.IncidentStrategy == IncidentStrategy.Fault;
    }

    public static void Add(
        ActivityExecutionContext context,
        IncidentKind kind,
        string message,
        JsonNode? exception = null,
        IReadOnlyList<VainWait>? waits = null)
    {
        var workflow = context.WorkflowExecutionContext;
        var incident = new Incident
        {
            Id = ActivityExecutionContext.NewId(),
            Kind = kind,
            ActivityId = context.Activity.Id,
            ActivityNodeId = context.NodeId,
            ActivityInstanceId = context.Id,
            ActivityType = context.Activity.Type,
            Message = message,
            Exception = exception,
            Waits = waits,
            At = workflow.Now,
        };

        workflow.Instance.AllIncidents.Add(incident);
        workflow.NewIncidents.Add(incident);
    }

    private static JsonObject Describe(Exception exception) => new()
    {
        ["type"] = exception.GetType().FullName,
        ["message"] = exception.Message,
        ["stackTrace"] = exception.StackTrace,
        ["innerException"] = exception.InnerException is { } inner ? Describe(inner) : null,
    };
}
