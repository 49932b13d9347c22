using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Declarations;
using TitleWorkflow.Application.Organisations;
using TitleWorkflow.Application.Workflows;
using TitleWorkflow.Application.WorkItems;
using TitleWorkflow.Domain.Committees;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Instances;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.WorkItems;
using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.Execution;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments.Activities;

/// <summary>Waits until the director who presided signs the result table (主任委员签署); until then the result has no effect.</summary>
[Activity("TitleWorkflow", "评审", "等待主持会议的主任委员签署评审结果。", DisplayName = "主任委员签署")]
[FlowNode("Signed")]
[Statutory(StatutoryAct.Signature)]
public sealed class AwaitSignature : Activity
{
    /// <summary>Creates the step; a cancelled one takes its task off the inbox.</summary>
    public AwaitSignature() => OnSignalReceived<CancelSignal>(OnCancelledAsync);

    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var ct = context.CancellationToken;
        var flow = context.GetRequiredService<FlowCase>();
        var db = context.GetRequiredService<TitleDb>();
        var declaration = await flow.LoadAsync(context, ct);
        var office = await flow.OfficeAsync(declaration, OfficeScope.OrganisingUnit, ct);
        declaration.Enter(DeclarationStatus.Voted, Stage.Assessment, office.Id, null, flow.Now);
        var meetingId = await db.MeetingCases.Where(c => c.Declaration == declaration.Id && c.IsLive)
            .Select(c => c.Meeting).SingleAsync(ct);
        var meeting = (await db.Meetings.FindAsync([meetingId], ct))!;
        var presiding = meeting.Seats.Single(s => s.Person == meeting.Presiding);
        var item = await context.GetRequiredService<TaskDesk>().AskPersonAsync(
            new WorkItemSpecification(
                context.WorkflowExecutionContext.Id, context.Activity.Id, declaration.Heading(), Stage.Assessment,
                "signature", context.NodeDisplayName, "Sign the result", ["Signed"], [], null),
            presiding.Position == CommitteePosition.Director ? Role.CommitteeDirector : Role.DeputyDirector,
            presiding.Person, declaration.Number, ct);
        context.SetProperty("WorkItem", item.Id.ToString());
        context.CreateBookmark(new WorkItemDone(item.Id.Value), OnSignedAsync, includeActivityInstanceId: false);
    }

    private async ValueTask OnSignedAsync(ActivityExecutionContext context)
    {
        var flow = context.GetRequiredService<FlowCase>();
        var declaration = await flow.LoadAsync(context, context.CancellationToken);
        var committee = await flow.OfficeAsync(declaration, OfficeScope.Committee, context.CancellationToken);
        declaration.SignResult(Actors.Of(committee), flow.Now);
        await context.CompleteActivityWithOutcomesAsync("Signed");
    }

    private async ValueTask OnCancelledAsync(CancelSignal signal, SignalContext context)
    {
        if (context.IsSelf && context.Receiver.GetProperty<string>("WorkItem") is { } item)
        {
            await context.Receiver.GetRequiredService<TaskDesk>()
                .WithdrawAsync(new WorkItemId(Guid.Parse(item)), context.CancellationToken);
        }
    }
}
