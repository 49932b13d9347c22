using TitleWorkflow.Engine.Documents;
using TitleWorkflow.Engine.Execution;
using TitleWorkflow.Engine.State;

namespace TitleWorkflow.Engine.Notifications;

/// <summary>An instance begins its very first burst; nothing has executed yet.</summary>
/// <param name="Workflow">The document it runs.</param>
/// <param name="WorkflowExecutionContext">The burst.</param>
public sealed record WorkflowStarted(WorkflowDocument Workflow, WorkflowExecutionContext WorkflowExecutionContext)
    : INotification;

/// <summary>
/// A burst has ended the instance: it has finished, was cancelled or is faulted. Before <see cref="WorkflowExecuted"/>.
/// </summary>
/// <param name="Workflow">The document it runs.</param>
/// <param name="WorkflowState">The instance after the burst.</param>
/// <param name="WorkflowExecutionContext">The burst.</param>
public sealed record WorkflowFinished(
    WorkflowDocument Workflow, WorkflowInstance WorkflowState, WorkflowExecutionContext WorkflowExecutionContext)
    : INotification;

/// <summary>A burst is over, whatever came of it; its changes are not staged yet.</summary>
/// <param name="Workflow">The document it runs.</param>
/// <param name="WorkflowState">The instance after the burst.</param>
/// <param name="WorkflowExecutionContext">The burst.</param>
public sealed record WorkflowExecuted(
    WorkflowDocument Workflow, WorkflowInstance WorkflowState, WorkflowExecutionContext WorkflowExecutionContext)
    : INotification;

/// <summary>What a burst did is committed. Told after the commit, after the tasks its activities deferred.</summary>
/// <param name="WorkflowExecutionContext">The burst; it can only be looked at.</param>
/// <param name="WorkflowState">The instance after the burst.</param>
public sealed record WorkflowStateCommitted(
    WorkflowExecutionContext WorkflowExecutionContext, WorkflowInstance WorkflowState)
    : INotification;
