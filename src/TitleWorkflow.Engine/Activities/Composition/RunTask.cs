using System.Text.Json.Nodes;
using TitleWorkflow.Engine.Execution;
using TitleWorkflow.Engine.State;

namespace TitleWorkflow.Engine.Activities;

/// <summary>
/// Asks the host to do something by name and waits until it is reported done; the result is what is reported.
/// </summary>
[Activity("Elsa", "Primitives", "Asks the host to do something.", DisplayName = "Run task", Kind = ActivityKind.Task)]
public sealed class RunTask : Activity<object>
{
    /// <summary>The workflow input that carries the result.</summary>
    public const string ResultInput = "TaskResult";

    /// <summary>What shall be done.</summary>
    [Input]
    public Input<string> TaskName { get; set; } = new("");

    /// <summary>What is needed for it.</summary>
    [Input]
    public Input<IDictionary<string, object>> Payload { get; set; } = new(new Dictionary<string, object>());

    /// <inheritdoc/>
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var stimulus = new TaskReported(ActivityExecutionContext.NewId()) { TaskName = context.Get(TaskName) ?? "" };
        context.CreateBookmark(stimulus, OnReported);

        if (context.GetService<ITaskRequests>() is { } requests)
        {
            var payload = StateJson.ToNode(context.Get(Payload)) as JsonObject ?? [];
            await requests.RequestAsync(
                new RunTaskRequest(stimulus.TaskId, stimulus.TaskName, payload, context), context.CancellationToken);
        }
    }

    private ValueTask OnReported(ActivityExecutionContext context)
    {
        context.Set(Result, context.GetWorkflowInput<object>(ResultInput));

        return context.CompleteActivityAsync();
    }
}

/// <summary>A task has been reported done; only the id counts.</summary>
/// <param name="TaskId">The id from the request.</param>
[StimulusName("Elsa.RunTask")]
public sealed record TaskReported(string TaskId)
{
    /// <summary>What was to be done, for people.</summary>
    [ExcludeFromHash]
    public string TaskName { get; init; } = "";
}

/// <summary>
/// What a host does when a <see cref="RunTask"/> asks; optional. It is called within the unit of work.
/// </summary>
public interface ITaskRequests
{
    /// <summary>
    /// Takes note of a task. To report it, resume with <see cref="TaskReported"/> and <see
    /// cref="RunTask.ResultInput"/>.
    /// </summary>
    ValueTask RequestAsync(RunTaskRequest request, CancellationToken ct);
}

/// <summary>A task somebody shall do.</summary>
/// <param name="TaskId">Unique; the key for reporting it.</param>
/// <param name="TaskName">What shall be done.</param>
/// <param name="Payload">What is needed for it.</param>
/// <param name="Context">The execution that waits.</param>
public sealed record RunTaskRequest(
    string TaskId, string TaskName, JsonObject Payload, ActivityExecutionContext Context);
