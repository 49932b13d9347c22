using System.Text.Json.Nodes;
using TitleWorkflow.Engine.State;

namespace TitleWorkflow.Engine.Execution;

/// <summary>Runs one burst: takes work from the queue until there is none, or until a fault stops it.</summary>
internal static class WorkflowRunner
{
    public static async Task RunAsync(WorkflowExecutionContext workflow)
    {
        workflow.Instance.SubStatus = WorkflowSubStatus.Executing;
        var steps = 0;

        while (!workflow.IsHalted && workflow.Queue.Dequeue() is { } item)
        {
            workflow.CancellationToken.ThrowIfCancellationRequested();

            if (++steps > workflow.Host.Options.MaxStepsPerBurst)
            {
                Halt(workflow, item, steps);
            }
            else
            {
                await ExecuteAsync(workflow, item);
            }
        }

        BurstEnd.Settle(workflow);
    }

    private static async ValueTask ExecuteAsync(WorkflowExecutionContext workflow, WorkItem item)
    {
        var context = item.Existing ?? Begin(workflow, item);

        try
        {
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
        }
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
        await context.Activity.InvokeExecuteAsync(context);

        // When a loop comes back to the trigger, it waits like any other.
        if (context.IsTriggerOfWorkflow())
        {
            context.WorkflowExecutionContext.TriggerActivityId = null;
        }

        await CompleteIfDoneAsync(context);
    }

    private static async ValueTask ResumeAsync(ActivityExecutionContext context, Bookmark bookmark)
    {
        context.WorkflowExecutionContext.Log(context, JournalEvents.Resumed);
        context.ResumedBookmark = bookmark;
        context.EvaluateInputs();
        context.State.Status = ActivityStatus.Running;
        context.BookmarksMade = 0;

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
    }

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

    private static void Halt(WorkflowExecutionContext workflow, WorkItem item, int steps)
    {
        var owner = item.Existing ?? item.Owner ?? workflow.Root;
        Faults.Add(
            owner,
            IncidentKind.Endless,
            $"One burst ran {steps - 1} steps and would go on with '{item.Node.DisplayName}': the flow turns in a circle without a wait.");
        workflow.Queue.Enqueue(item);
        workflow.IsHalted = true;
    }
}
