using System.Text.Json.Nodes;
using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.Notifications;
using TitleWorkflow.Engine.State;

namespace TitleWorkflow.Engine.Execution;

/// <summary>How executions end, and who hears of it.</summary>
internal static class Ending
{
    public static async ValueTask CompleteAsync(ActivityExecutionContext context, object? result)
    {
        if (context.Status != ActivityStatus.Running || context.IsEnding)
        {
            return;
        }

        await EndChildrenAsync(context, reason: null);
        context.State.Status = ActivityStatus.Completed;
        context.WorkflowExecutionContext.Log(
            context, JournalEvents.Completed, Outcomes.Of(result).Names, payload: Payload(context));
        await SignalAsync(context, new ActivityCompleted(result));
        await TellHostAsync(static at => new Notifications.ActivityCompleted(at), context);
        Forget(context);
        await TellOwnerAsync(context, result);
    }

    public static async ValueTask CancelAsync(ActivityExecutionContext context, string? reason)
    {
        if (context.IsOver || context.IsEnding)
        {
            return;
        }

        Faults.CloseOf(context, reason ?? "Cancelled");
        context.WorkflowExecutionContext.Queue.Withdraw(item => ReferenceEquals(item.Existing, context));

        // The mark comes before the children's, so that a container does not go on because its children end.
        context.State.Status = ActivityStatus.Canceled;
        context.WorkflowExecutionContext.Log(context, JournalEvents.Canceled, message: reason);
        await SignalAsync(context, new CancelSignal(reason));
        await EndChildrenAsync(context, reason);
        await TellHostAsync(static at => new ActivityCancelled(at), context);
        Forget(context);
        await TellOwnerAsync(context, Outcomes.None);
    }

    /// <summary>
    /// Completes everything from the caller outwards to an enclosing execution; what else is open in there is
    /// cancelled.
    /// Elsa leaves the rest running in the history; ours closes it, so that open tasks are closed too.
    /// </summary>
    public static async ValueTask CompleteOutwardsAsync(
        ActivityExecutionContext context, ActivityExecutionContext outermost, object? result)
    {
        for (var ending = context; ending is not null && !ReferenceEquals(ending, outermost); ending = ending.Owner)
        {
            await EndChildrenAsync(ending, reason: null);
            ending.State.Status = ActivityStatus.Completed;
            context.WorkflowExecutionContext.Log(
                ending, JournalEvents.Completed, (
                    ReferenceEquals(ending, context) ? Outcomes.Of(result) : Outcomes.Default).Names,
                payload: Payload(ending));
            await TellHostAsync(static at => new Notifications.ActivityCompleted(at), ending);
            Forget(ending);
        }

        if (outermost.Activity is IComposite composite)
        {
            await composite.CompletedAsync(new ActivityCompletedContext(outermost, context, result));
        }

        await CompleteAsync(outermost, result);
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

    private static async ValueTask TellOwnerAsync(ActivityExecutionContext context, object? result)
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

            await callback(new ActivityCompletedContext(owner, context, result));
        }
        catch (Exception exception) when (!context.WorkflowExecutionContext.LetsThrough(exception))
        {
            await Faults.RecordAsync(owner, exception);
        }
    }

    private static ValueTask TellHostAsync<T>(Func<ActivityExecutionContext, T> make, ActivityExecutionContext context)
        where T : INotification =>
        context.WorkflowExecutionContext.Host.Notifier.SendAsync(make, context, context.CancellationToken);

    private static string? Payload(ActivityExecutionContext context)
    {
        var outputs = context.JournalledOutputs();

        if (context.Journalled is null && outputs is null)
        {
            return null;
        }

        var payload = new JsonObject();

        foreach (var (name, value) in context.Journalled ?? [])
        {
            payload[name] = StateJson.ToNode(value);
        }

        if (outputs is not null)
        {
            payload["Outputs"] = outputs;
        }

        return payload.ToJsonString(StateJson.Options);
    }
}
