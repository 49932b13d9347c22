using TitleWorkflow.Application.Notices;
using TitleWorkflow.Application.Workflows;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Instances;
using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.Execution;

namespace TitleWorkflow.Application.Assessments.Activities;

/// <summary>Tells the applicant a signed result other than passed, and how to ask for re-examination.</summary>
[Activity("TitleWorkflow", "评审", "告知未通过的结果及复查途径。", DisplayName = "告知结果")]
[Statutory(StatutoryAct.OfficialRecord)]
public sealed class NotifyResult : CodeActivity
{
    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var ct = context.CancellationToken;
        var flow = context.GetRequiredService<FlowCase>();
        var declaration = await flow.LoadAsync(context, ct);
        declaration.NotifyResult(flow.Now);
        await context.GetRequiredService<NoticeDesk>().TellAsync(
            declaration.Applicant,
            declaration.Status == DeclarationStatus.OverCap ? "notice.over-cap" : "notice.not-passed",
            $"/declarations/{declaration.Id}", ct, declaration.Number);
    }
}
