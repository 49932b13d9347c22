using TitleWorkflow.Engine.Documents;

namespace TitleWorkflow.Engine.Execution;

/// <summary>
/// Where a burst is made durable before it ends: the activity's commit strategy says it, else the workflow's, else the
/// host's. Nothing happens in a host without <see cref="ICommitPoints"/>.
/// </summary>
internal static class CommitPolicy
{
    private const string LastCommit = "LastCommit";

    public static ValueTask WorkflowExecutingAsync(WorkflowExecutionContext workflow) =>
        !workflow.IsHalted && ForWorkflow(workflow) is CommitStrategies.WorkflowExecuting
            ? CommitAsync(workflow)
            : default;

    public static async ValueTask ActivityExecutingAsync(ActivityExecutionContext context, WorkItem item)
    {
        if (ForActivity(context) is CommitStrategies.Executing or CommitStrategies.Always)
        {
            // Were the process to end now, the activity would have to begin after all.
            var again = new WorkItem
            {
                Node = context.Node,
                Owner = context.Owner,
                Existing = context,
                Resumed = item.Resumed,
            };
            context.WorkflowExecutionContext.Queue.PutBack(again);
            await CommitAsync(context.WorkflowExecutionContext);
            context.WorkflowExecutionContext.Queue.Withdraw(queued => ReferenceEquals(queued, again));
        }
    }

    public static ValueTask ActivityExecutedAsync(ActivityExecutionContext context) =>
        ForActivity(context) is CommitStrategies.Executed or CommitStrategies.Always
            ? CommitAsync(context.WorkflowExecutionContext)
            : default;

    private static string? ForWorkflow(WorkflowExecutionContext workflow) =>
        CommitStrategies.Known(workflow.Workflow.Options.CommitStrategyName)
            ?? CommitStrategies.Known(workflow.Host.Options.CommitStrategyName);

    private static string? ForActivity(ActivityExecutionContext context)
    {
        if (Points(context.WorkflowExecutionContext) is null)
        {
            return null;
        }

        var own = CommitStrategies.Known(context.Activity.CustomProperties["commitStrategyName"].AsText());

        return own ?? ForWorkflow(context.WorkflowExecutionContext) switch
        {
            CommitStrategies.ActivityExecuting => CommitStrategies.Executing,
            CommitStrategies.ActivityExecuted => CommitStrategies.Executed,
            CommitStrategies.Periodic when IsDue(context.WorkflowExecutionContext) => CommitStrategies.Executed,
            _ => null,
        };
    }

    private static bool IsDue(WorkflowExecutionContext workflow)
    {
        var last = workflow.TransientProperties.TryGetValue(LastCommit, out var at)
            ? (DateTimeOffset)at!
            : workflow.Instance.UpdatedAt;

        return workflow.Now - last >= workflow.Host.Options.CommitInterval;
    }

    private static ICommitPoints? Points(WorkflowExecutionContext workflow) =>
        (ICommitPoints?)workflow.Host.Services.GetService(typeof(ICommitPoints));

    private static async ValueTask CommitAsync(WorkflowExecutionContext workflow)
    {
        // An instance that another executes is not the unit's own: it commits with that other.
        if (workflow.Depth == 0 && Points(workflow) is { } points)
        {
            workflow.TransientProperties[LastCommit] = workflow.Now;
            BurstEnd.Save(workflow);
            await workflow.Host.Engine.StageAsync(workflow, workflow.CancellationToken);
            await points.CommitAsync(workflow.CancellationToken);
        }
    }
}
