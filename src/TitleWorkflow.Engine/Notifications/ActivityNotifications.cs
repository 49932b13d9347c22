using System.Text.Json.Nodes;
using TitleWorkflow.Engine.Execution;

namespace TitleWorkflow.Engine.Notifications;

/// <summary>An activity is about to execute or to be resumed; its inputs are evaluated.</summary>
/// <param name="ActivityExecutionContext">The execution.</param>
public sealed record ActivityExecuting(ActivityExecutionContext ActivityExecutionContext) : INotification;

/// <summary>An activity has executed or was resumed, and did not fault; it may have completed, or wait.</summary>
/// <param name="ActivityExecutionContext">The execution.</param>
public sealed record ActivityExecuted(ActivityExecutionContext ActivityExecutionContext) : INotification;

/// <summary>An activity has completed; what follows it is not scheduled yet.</summary>
/// <param name="ActivityExecutionContext">The execution.</param>
public sealed record ActivityCompleted(ActivityExecutionContext ActivityExecutionContext) : INotification;

/// <summary>An activity was cancelled, and so was everything inside it.</summary>
/// <param name="ActivityExecutionContext">The execution.</param>
public sealed record ActivityCancelled(ActivityExecutionContext ActivityExecutionContext) : INotification;

/// <summary>
/// A <see cref="Activities.RunTask"/> asks for something to be done. Report it with
/// <see cref="Runtime.ITaskReporter.ReportCompletionAsync"/>.
/// </summary>
/// <param name="ActivityExecutionContext">The execution that waits.</param>
/// <param name="TaskId">Unique; the key for reporting it.</param>
/// <param name="TaskName">What shall be done.</param>
/// <param name="TaskPayload">What is needed for it.</param>
public sealed record RunTaskRequest(
    ActivityExecutionContext ActivityExecutionContext, string TaskId, string TaskName, JsonObject TaskPayload)
    : INotification;
