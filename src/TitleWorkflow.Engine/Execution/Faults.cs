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

    /// <summary>Whether the fault that stopped the instance is not dealt with yet: it must not go on.</summary>
    public static bool KeepFrozen(WorkflowExecutionContext workflow) =>
        workflow.IsRevived
        && workflow.Root.Status != ActivityStatus.Canceled
        && workflow.Instance.AllIncidents.Exists(
            incident => incident is { IsOpen: true, Kind: not IncidentKind.Stuck });

    /// <summary>A faulted activity whose bookmark is resumed again gets another chance by that.</summary>
    public static void CloseResumed(ActivityExecutionContext context)
    {
        if (context.Status == ActivityStatus.Faulted)
        {
            CloseOf(context, "Resumed again.");
        }
    }

    /// <summary>Closes what is open of one execution; it stays in the instance.</summary>
    public static void CloseOf(ActivityExecutionContext context, string resolution) =>
        Close(context.WorkflowExecutionContext, incident => incident.ActivityInstanceId == context.Id, resolution);

    /// <summary>Closes one incident.</summary>
    public static void Close(WorkflowExecutionContext workflow, Incident incident, string resolution) =>
        Close(workflow, known => known.Id == incident.Id, resolution);

    /// <summary>Closes everything that is open.</summary>
    public static void CloseAll(WorkflowExecutionContext workflow, string resolution) =>
        Close(workflow, static _ => true, resolution);

    private static void Close(WorkflowExecutionContext workflow, Predicate<Incident> isMeant, string resolution)
    {
        var incidents = workflow.Instance.AllIncidents;

        for (var i = 0; i < incidents.Count; i++)
        {
            if (incidents[i].IsOpen && isMeant(incidents[i]))
            {
                incidents[i] = incidents[i] with
                {
                    ClosedAt = workflow.Now,
                    ClosedBy = workflow.By,
                    Resolution = resolution,
                };
            }
        }
    }

    private static JsonObject Describe(Exception exception) => new()
    {
        ["type"] = exception.GetType().FullName,
        ["message"] = exception.Message,
        ["stackTrace"] = exception.StackTrace,
        ["innerException"] = exception.InnerException is { } inner ? Describe(inner) : null,
    };
}
