using TitleWorkflow.Engine.State;

namespace TitleWorkflow.Engine.Execution;

/// <summary>What administrators do with incidents.</summary>
internal static class Repair
{
    /// <summary>Puts a faulted instance back to running, with all work the fault froze.</summary>
    public static void Revive(WorkflowExecutionContext burst)
    {
        if (burst.Instance.Status == WorkflowStatus.Finished)
        {
            burst.Instance.Status = WorkflowStatus.Running;
            burst.Instance.FinishedAt = null;
            burst.Instance.ActivationKey = NewInstance.ActivationKey(
                burst.Workflow.Options.Activation, burst.Instance.DefinitionId, burst.Instance.CorrelationId);
            InstanceLoader.Thaw(burst);
        }
    }

    /// <summary>Lets a faulted execution begin again; what it has begun is withdrawn first.</summary>
    public static async ValueTask RetryAsync(WorkflowExecutionContext burst, Incident incident)
    {
        Close(burst, incident, "Retried");

        if (burst.Find(incident.ActivityInstanceId) is { Status: ActivityStatus.Faulted } context)
        {
            burst.Log(context, JournalEvents.Retried);
            await ResetAsync(context);
            burst.Queue.Enqueue(new WorkItem { Node = context.Node, Owner = context.Owner, Existing = context });
        }
    }

    /// <summary>Takes a faulted execution for completed.</summary>
    public static async ValueTask SkipAsync(
        WorkflowExecutionContext burst, Incident incident, IReadOnlyList<string> outcomes, string reason)
    {
        Close(burst, incident, reason);

        if (burst.Find(incident.ActivityInstanceId) is { Status: ActivityStatus.Faulted } context)
        {
            burst.Log(context, JournalEvents.Skipped, message: reason);
            context.State.Status = ActivityStatus.Running;
            await Ending.CompleteAsync(context, outcomes.Count > 0 ? new Outcomes(outcomes) : Outcomes.Default);
        }
    }

    /// <summary>Back to before the execution began; a task it had opened hears that it is off.</summary>
    public static async ValueTask ResetAsync(ActivityExecutionContext context)
    {
        var open = context.WorkflowExecutionContext.Bookmarks.Any(
            bookmark => bookmark.ActivityInstanceId == context.Id);

        if (open)
        {
            await Ending.SignalAsync(context, new CancelSignal("The step is executed again."));
        }

        Ending.RemoveBookmarks(context);
        await Ending.EndChildrenAsync(context, "The step around it is executed again.");
        context.State.Properties.Clear();
        context.State.Status = ActivityStatus.Pending;
    }

    private static void Close(WorkflowExecutionContext burst, Incident incident, string resolution)
    {
        var incidents = burst.Instance.AllIncidents;
        incidents[incidents.FindIndex(known => known.Id == incident.Id)] = incident with
        {
            ClosedAt = burst.Now,
            ClosedBy = burst.By,
            Resolution = resolution,
        };
    }
}
