using System.Text.Json.Nodes;
using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.State;

namespace TitleWorkflow.Engine.Runtime;

/// <summary>Reports tasks done that a <see cref="RunTask"/> has asked for.</summary>
public interface ITaskReporter
{
    /// <summary>Reports a task done; its activity is resumed at once.</summary>
    /// <param name="taskId">The id from the request.</param>
    /// <param name="result">Becomes the activity's result.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether the task was waiting; if not, whether it is done already or was never asked for.</returns>
    Task<ResumeOutcome> ReportCompletionAsync(
        string taskId, object? result = null, CancellationToken cancellationToken = default);
}

/// <summary>The reporter of one unit of work.</summary>
/// <param name="engine">The unit's engine.</param>
/// <param name="by">Who acts; goes into the journal.</param>
public sealed class TaskReporter(WorkflowEngine engine, string by) : ITaskReporter
{
    /// <inheritdoc/>
    public async Task<ResumeOutcome> ReportCompletionAsync(
        string taskId, object? result = null, CancellationToken cancellationToken = default) =>
        (await engine.ResumeAsync(
            new ResumeWorkflow
            {
                BookmarkId = taskId,
                Input = new Dictionary<string, JsonNode?> { [RunTask.InputKey] = StateJson.ToNode(result) },
                By = by,
            },
            cancellationToken)).Outcome;
}
