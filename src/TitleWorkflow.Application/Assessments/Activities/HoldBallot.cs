using TitleWorkflow.Application.Declarations;
using TitleWorkflow.Application.Organisations;
using TitleWorkflow.Application.Workflows;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Instances;
using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.Execution;

namespace TitleWorkflow.Application.Assessments.Activities;

/// <summary>Waits for the committee's meeting and secret ballot and goes on along its result (会议与无记名投票).</summary>
[Activity("TitleWorkflow", "评审", "等待评审会议无记名投票，按结果继续。", DisplayName = "会议投票")]
[FlowNode("Passed", "NotPassed", "OverCap")]
[Statutory(StatutoryAct.Ballot)]
public sealed class HoldBallot : Activity
{
    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var flow = context.GetRequiredService<FlowCase>();
        var declaration = await flow.LoadAsync(context, context.CancellationToken);
        var office = await flow.OfficeAsync(declaration, OfficeScope.OrganisingUnit, context.CancellationToken);
        declaration.Enter(DeclarationStatus.AwaitingMeeting, Stage.Assessment, office.Id, null, flow.Now);
        context.CreateBookmark(new BallotDecided(declaration.Id.Value), OnDecidedAsync, includeActivityInstanceId: false);
    }

    private async ValueTask OnDecidedAsync(ActivityExecutionContext context)
    {
        var flow = context.GetRequiredService<FlowCase>();
        var declaration = await flow.LoadAsync(context, context.CancellationToken);
        var committee = await flow.OfficeAsync(declaration, OfficeScope.Committee, context.CancellationToken);
        var result = context.GetWorkflowInput<string>("Result")!;
        declaration.RecordResult(
            Enum.Parse<AssessmentResult>(result), flow.Now.LegalDate(), Actors.Of(committee), flow.Now);
        await context.CompleteActivityWithOutcomesAsync(result);
    }
}
