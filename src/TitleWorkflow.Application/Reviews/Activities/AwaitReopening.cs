using TitleWorkflow.Application.Workflows;
using TitleWorkflow.Domain.Instances;
using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.Execution;

namespace TitleWorkflow.Application.Reviews.Activities;

/// <summary>After a lapse: waits in case the supervisor overturns it for a recorded reason; nobody else can.</summary>
[Activity("TitleWorkflow", "审核", "逾期后，仅监督人员可恢复。", DisplayName = "等待监督决定")]
[FlowNode("Reopened")]
[Statutory(StatutoryAct.Decision)]
public sealed class AwaitReopening : Activity
{
    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var declaration = await context.GetRequiredService<FlowCase>().LoadAsync(context, context.CancellationToken);
        context.CreateBookmark(new LapseReversed(declaration.Id.Value), OnReversedAsync, includeActivityInstanceId: false);
    }

    private ValueTask OnReversedAsync(ActivityExecutionContext context) =>
        context.CompleteActivityWithOutcomesAsync("Reopened");
}
