using System.Text.Json.Nodes;
using TitleWorkflow.Engine.Execution;
using TitleWorkflow.Engine.Notifications;
using TitleWorkflow.Engine.State;

namespace TitleWorkflow.Engine.Activities;

/// <summary>
/// Asks the host to do something by name, with a <see cref="RunTaskRequest"/>, and waits until it is reported done; the
/// result is what is reported.
/// </summary>
[Activity("Elsa", "Primitives", "Asks the host to do something.", DisplayName = "Run task", Kind = ActivityKind.Task)]
public sealed class RunTask : Activity<object>
{
    /// <summary>The workflow input that carries the result.</summary>
    public const string InputKey = "RunTaskInput";

    /// <summary>What shall be done.</summary>
    [Input]
    public Input<string> TaskName { get; set; } = new("");

    /// <summary>What is needed for it.</summary>
    [Input]
    public Input<IDictionary<string, object>> Payload { get; set; } = new(new Dictionary<string, object>());

    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        // One id for both: whoever reports the task names the bookmark, and can be told that it is done already.
        var taskId = PastBookmarks.NewId(context.WorkflowExecutionContext.Id);
        var taskName = context.Get(TaskName) ?? "";
        context.CreateBookmark(new CreateBookmarkArgs
        {
            BookmarkId = taskId,
            Stimulus = new RunTaskStimulus(taskId, taskName),
            Callback = OnReported,
            IncludeActivityInstanceId = false,
        });

        return context.WorkflowExecutionContext.Host.Notifier.SendAsync(
            task => new RunTaskRequest(
                context, task.Id, task.Name, StateJson.ToNode(context.Get(Payload)) as JsonObject ?? []),
            (Id: taskId, Name: taskName),
            context.CancellationToken);
    }

    private ValueTask OnReported(ActivityExecutionContext context)
    {
        context.Set(Result, context.GetWorkflowInput<object>(InputKey));

        return context.CompleteActivityAsync();
    }
}

/// <summary>A task has been reported done.</summary>
/// <param name="TaskId">The id from the request.</param>
/// <param name="TaskName">What was to be done.</param>
[StimulusName("Elsa.RunTask")]
public sealed record RunTaskStimulus(string TaskId, string TaskName);
