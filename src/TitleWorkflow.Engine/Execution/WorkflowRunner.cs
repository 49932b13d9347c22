using System.Text.Json.Nodes;
using TitleWorkflow.Engine.Notifications;
using TitleWorkflow.Engine.State;

namespace TitleWorkflow.Engine.Execution;

/// <summary>Runs one burst: takes work from the queue until there is none, or until a fault stops it.</summary>
internal static class WorkflowRunner
{
    /// <param name="workflow">The burst.</param>
    /// <param name="mayGoOn">False if the call that led here has led to too many bursts already.</param>
    public static async Task RunAsync(WorkflowExecutionContext workflow, bool mayGoOn = true)
    {
        await BeginAsync(workflow);
        var steps = 0;

        while (!workflow.IsHalted && workflow.Queue.Dequeue() is { } item)
        {
            workflow.CancellationToken.ThrowIfCancellationRequested();

            if (!mayGoOn)
            {
                Halt(workflow, item, $"One call led to {workflow.Host.Options.MaxBurstsPerCall} bursts and would go on: instances wake one another in a circle.");
            }
            else if (++steps > workflow.Host.Options.MaxStepsPerBurst)
            {
                Halt(workflow, item, $"One burst ran {steps - 1} steps and would go on with '{item.Node.DisplayName}': the flow turns in a circle without a wait.");
            }
            else
            {
                await ExecuteAsync(workflow, item);
            }
        }

        BurstEnd.Settle(workflow);
        await TellEndAsync(workflow);
    }

    private static async ValueTask BeginAsync(WorkflowExecutionContext workflow)
    {
        var isStarting = workflow.Instance.SubStatus == WorkflowSubStatus.Pending;
        workflow.Instance.SubStatus = WorkflowSubStatus.Executing;

        // What a fault has frozen stays so until the fault is dealt with, whatever else is done to the instance.
        workflow.IsHalted = Faults.KeepFrozen(workflow);

        if (workflow is { IsRevived: true, IsHalted: false } && workflow.Root.Status != ActivityStatus.Canceled)
        {
            workflow.Log(workflow.Root, JournalEvents.Resumed);
        }

        if (isStarting)
        {
            await workflow.Host.Notifier.SendAsync(
                static at => new WorkflowStarted(at.Workflow, at), workflow, workflow.CancellationToken);
        }

        await CommitPolicy.WorkflowExecutingAsync(workflow);
    }

    private static async ValueTask TellEndAsync(WorkflowExecutionContext workflow)
    {
        if (workflow.Status == WorkflowStatus.Finished)
        {
            await workflow.Host.Notifier.SendAsync(
                static at => new WorkflowFinished(at.Workflow, at.Instance, at), workflow, workflow.CancellationToken);
        }

        await workflow.Host.Notifier.SendAsync(
            static at => new WorkflowExecuted(at.Workflow, at.Instance, at), workflow, workflow.CancellationToken);
    }

    private static async ValueTask ExecuteAsync(WorkflowExecutionContext workflow, WorkItem item)
    {
        var context = item.Existing ?? Begin(workflow, item);

        try
        {
            await CommitPolicy.ActivityExecutingAsync(context, item);

            if (item.Resumed is { } bookmark)
            {
                await ResumeAsync(context, bookmark);
            }
            else
            {
                await StartAsync(context);
            }

            if (context.Status == ActivityStatus.Running
                && workflow.Bookmarks.Any(open => open.ActivityInstanceId == context.Id))
            {
                workflow.Log(context, JournalEvents.Suspended);
            }
        }
        catch (Exception exception) when (!workflow.LetsThrough(exception))
        {
            await Faults.RecordAsync(context, exception);

            return;
        }

        await CommitPolicy.ActivityExecutedAsync(context);
    }

    private static ActivityExecutionContext Begin(WorkflowExecutionContext workflow, WorkItem item) =>
        workflow.Add(
            item.Node,
            new ActivityInstance
            {
                Id = ActivityExecutionContext.NewId(),
                NodeId = item.Node.NodeId,
                OwnerId = item.Owner?.Id,
                StartedAt = workflow.Now,
                Callback = item.Callback,
                Tag = item.Tag,
                Backward = item.Backward,
                Input = item.Input,
                Dynamic = item.Variables,
            },
            item.Owner);

    private static async ValueTask StartAsync(ActivityExecutionContext context)
    {
        context.Variables.Declare();

        try
        {
            context.EvaluateInputs();
        }
        finally
        {
            context.WorkflowExecutionContext.Log(context, JournalEvents.Started, payload: StartPayload(context));
        }

        if (!await context.Activity.InvokeCanExecuteAsync(context))
        {
            context.State.Status = ActivityStatus.Pending;
            context.WorkflowExecutionContext.Log(context, JournalEvents.PreconditionFailed);

            return;
        }

        context.State.Status = ActivityStatus.Running;
        context.BookmarksMade = 0;
        await TellAsync(static at => new ActivityExecuting(at), context);
        await context.Activity.InvokeExecuteAsync(context);

        // When a loop comes back to the trigger, it waits like any other.
        if (context.IsTriggerOfWorkflow())
        {
            context.WorkflowExecutionContext.TriggerActivityId = null;
            context.WorkflowExecutionContext.Instance.HasTriggered = true;
        }

        await CompleteIfDoneAsync(context);
        await TellAsync(static at => new ActivityExecuted(at), context);
    }

    private static async ValueTask ResumeAsync(ActivityExecutionContext context, Bookmark bookmark)
    {
        context.WorkflowExecutionContext.Log(context, JournalEvents.Resumed);
        context.ResumedBookmark = bookmark;
        context.EvaluateInputs();
        Faults.CloseResumed(context);
        context.State.Status = ActivityStatus.Running;
        context.BookmarksMade = 0;
        await TellAsync(static at => new ActivityExecuting(at), context);

        if (bookmark.CallbackMethodName is { } name)
        {
            var callback = context.Node.FindCallback<ExecuteActivityDelegate>(name)
                ?? throw new InvalidOperationException(
                    $"The bookmark wants the method '{name}', which {context.Activity.GetType().Name} does not have.");

            await callback(context);
            await CompleteIfDoneAsync(context);
        }
        else if (bookmark.AutoComplete)
        {
            await context.CompleteActivityAsync();
        }

        if (bookmark.AutoBurn)
        {
            context.WorkflowExecutionContext.Remove(bookmark);
        }

        await TellAsync(static at => new ActivityExecuted(at), context);
    }

    private static ValueTask TellAsync<T>(Func<ActivityExecutionContext, T> make, ActivityExecutionContext context)
        where T : INotification =>
        context.WorkflowExecutionContext.Host.Notifier.SendAsync(make, context, context.CancellationToken);

    private static async ValueTask CompleteIfDoneAsync(ActivityExecutionContext context)
    {
        if (context.Activity.CompletesItself && context.BookmarksMade == 0 && context.Status == ActivityStatus.Running)
        {
            await context.CompleteActivityAsync();
        }
    }

    private static string? StartPayload(ActivityExecutionContext context)
    {
        var inputs = context.JournalledInputs();

        return context.Owner is null && inputs is null
            ? null
            : new JsonObject { ["Owner"] = context.Owner?.Id, ["Inputs"] = inputs }.ToJsonString(StateJson.Options);
    }

    private static void Halt(WorkflowExecutionContext workflow, WorkItem item, string why)
    {
        Faults.Add(item.Existing ?? item.Owner ?? workflow.Root, IncidentKind.Endless, why);
        workflow.Queue.PutBack(item);
        workflow.IsHalted = true;
    }
}
