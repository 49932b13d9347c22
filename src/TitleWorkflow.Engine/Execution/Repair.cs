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
            burst.IsRevived = true;
            InstanceLoader.Thaw(burst);
        }
    }

    /// <summary>Lets a faulted execution begin again; what it has begun is withdrawn first.</summary>
    public static async ValueTask RetryAsync(WorkflowExecutionContext burst, Incident incident, string? reason)
    {
        Faults.Close(burst, incident, reason ?? "Retried");

        if (burst.Find(incident.ActivityInstanceId) is { Status: ActivityStatus.Faulted } context)
        {
            burst.Log(context, JournalEvents.Retried, message: reason);
            await ResetAsync(context);
            burst.Queue.Enqueue(new WorkItem { Node = context.Node, Owner = context.Owner, Existing = context });
        }
    }

    /// <summary>Takes an open execution for completed.</summary>
    public static async ValueTask SkipAsync(ActivityExecutionContext context, SkipActivity request)
    {
        var burst = context.WorkflowExecutionContext;

        Faults.CloseOf(context, request.Reason);
        burst.Log(context, JournalEvents.Skipped, message: request.Reason);
        burst.Queue.Withdraw(item => ReferenceEquals(item.Existing, context));
        await CallOffAsync(context, request.Reason);
        context.State.Status = ActivityStatus.Running;
        await Ending.CompleteAsync(
            context, request.Outcomes.Count > 0 ? new Outcomes(request.Outcomes) : Outcomes.Default);
    }

    /// <summary>Back to before the execution began; a task it had opened hears that it is off.</summary>
    public static async ValueTask ResetAsync(ActivityExecutionContext context)
    {
        await CallOffAsync(context, "The step is executed again.");
        Ending.RemoveBookmarks(context);
        await Ending.EndChildrenAsync(context, "The step around it is executed again.");
        context.State.Properties.Clear();

        // A container that begins again begins with its variables' defaults.
        context.State.Variables.Clear();
        context.State.Status = ActivityStatus.Pending;
    }

    // Only what waits has opened anything that could be closed.
    private static async ValueTask CallOffAsync(ActivityExecutionContext context, string reason)
    {
        if (context.WorkflowExecutionContext.Bookmarks.Any(bookmark => bookmark.ActivityInstanceId == context.Id))
        {
            await Ending.SignalAsync(context, new CancelSignal(reason));
        }
    }
}
