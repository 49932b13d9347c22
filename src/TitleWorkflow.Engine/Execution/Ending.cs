using System.Text.Json.Nodes;
using TitleWorkflow.Engine.State;

namespace TitleWorkflow.Engine.Execution;

/// <summary>How executions end, and who hears of it.</summary>
internal static class Ending
{
    public static async ValueTask CompleteAsync(ActivityExecutionContext context, Outcomes outcomes)
    {
        if (context.Status != ActivityStatus.Running || context.IsEnding)
        {
            return;
        }

        await EndChildrenAsync(context, reason: null);
        context.State.Status = ActivityStatus.Completed;
        context.WorkflowExecutionContext.Log(
            context, JournalEvents.Completed, outcomes.Names, payload: Payload(context));
        await SignalAsync(context, new ActivityCompleted(outcomes));
        Forget(context);
        await TellOwnerAsync(context, outcomes);
    }

    public static async ValueTask CancelAsync(ActivityExecutionContext context, string? reason)
    {
        if (context.IsOver || context.IsEnding)
        {
            return;
        }

        // The mark comes before the children's, so that a container does not go on because its children end.
        context.State.Status = ActivityStatus.Canceled;
        context.WorkflowExecutionContext.Log(context, JournalEvents.Canceled, message: reason);
        await SignalAsync(context, new CancelSignal(reason));
        await EndChildrenAsync(context, reason);
        Forget(context);
        await TellOwnerAsync(context, Outcomes.None);
    }

    /// <summary>
    /// Completes everything from the caller outwards to an enclosing execution; what else is open in there is
    /// cancelled.
    /// Elsa leaves the rest running in the history; ours closes it, so that open tasks are closed too.
    /// </summary>
    public static async ValueTask CompleteOutwardsAsync(
        ActivityExecutionContext context, ActivityExecutionContext outermost, Outcomes outcomes)
    {
        for (var ending = context; ending is not null && !ReferenceEquals(ending, outermost); ending = ending.Owner)
        {
            await EndChildrenAsync(ending, reason: null);
            ending.State.Status = ActivityStatus.Completed;
            context.WorkflowExecutionContext.Log(
                ending, JournalEvents.Completed, (
                    ReferenceEquals(ending, context) ? outcomes : Outcomes.Default).Names, payload: Payload(ending));
            Forget(ending);
        }

        await CompleteAsync(outermost, outcomes);
    }

    /// <summary>Cancels what is inside, outermost first, and takes its queued work back.</summary>
    public static async ValueTask EndChildrenAsync(ActivityExecutionContext context, string? reason)
    {
        context.IsEnding = true;
        context.WorkflowExecutionContext.Queue.Withdraw(item => ReferenceEquals(item.Owner, context));

        foreach (var child in context.Children.ToArray())
        {
            await CancelAsync(child, reason);
        }

        context.IsEnding = false;
    }

    public static async ValueTask SignalAsync(ActivityExecutionContext sender, object signal)
    {
        for (var receiver = sender; receiver is not null; receiver = receiver.Owner)
        {
            if (!receiver.Activity.HandlesSignals)
            {
                continue;
            }

            var context = new SignalContext(sender, receiver);
            await receiver.Activity.ReceiveAsync(signal, context);

            if (context.IsStopped)
            {
                return;
            }
        }
    }

    public static void RemoveBookmarks(ActivityExecutionContext context)
    {
        var workflow = context.WorkflowExecutionContext;

        foreach (
            var bookmark in workflow.Bookmarks.Where(bookmark => bookmark.ActivityInstanceId == context.Id).ToArray())
        {
            workflow.Remove(bookmark);
        }
    }

    private static void Forget(ActivityExecutionContext context)
    {
        RemoveBookmarks(context);

        if (context.Owner is not null)
        {
            context.WorkflowExecutionContext.Remove(context);
        }
    }

    private static async ValueTask TellOwnerAsync(ActivityExecutionContext context, Outcomes outcomes)
    {
        if (context.Owner is not { Status: ActivityStatus.Running, IsEnding: false } owner
            || context.State.Callback is not { } name)
        {
            return;
        }

        var callback = owner.Node.FindCallback<ActivityCompletionCallback>(name);

        try
        {
            if (callback is null)
            {
                throw new InvalidOperationException(
                    $"{owner.Activity.GetType().Name} has no method '{name}' to go on with.");
            }

            await callback(new ActivityCompletedContext(owner, context, outcomes));
        }
        catch (Exception exception) when (!context.WorkflowExecutionContext.LetsThrough(exception))
        {
            await Faults.RecordAsync(owner, exception);
        }
    }

    private static string? Payload(ActivityExecutionContext context)
    {
        if (context.Journalled is null && context.Produced is null)
        {
            return null;
        }

        var payload = new JsonObject();

        foreach (var (name, value) in context.Journalled ?? [])
        {
            payload[name] = StateJson.ToNode(value);
        }

        if (context.Produced is { } produced)
        {
            payload["Outputs"] = new JsonObject(produced.Select(output =>
                KeyValuePair.Create(output.Key, output.Value?.DeepClone())));
        }

        return payload.ToJsonString(StateJson.Options);
    }
}
