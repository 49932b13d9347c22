using TitleWorkflow.Application.Declarations;
using TitleWorkflow.Application.Notices;
using TitleWorkflow.Application.Organisations;
using TitleWorkflow.Application.Workflows;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Instances;
using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.Execution;

namespace TitleWorkflow.Application.Reviews.Activities;

/// <summary>Accepts the declaration (受理) in the organising unit's name and tells the applicant.</summary>
[Activity("TitleWorkflow", "审核", "受理申报并通知申报人。", DisplayName = "受理")]
[Statutory(StatutoryAct.OfficialRecord)]
public sealed class AcceptDeclaration : CodeActivity
{
    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var ct = context.CancellationToken;
        var flow = context.GetRequiredService<FlowCase>();
        var declaration = await flow.LoadAsync(context, ct);
        var office = await flow.OfficeAsync(declaration, OfficeScope.OrganisingUnit, ct);
        declaration.Accept(Actors.Of(office), flow.Now);
        declaration.Enter(DeclarationStatus.Accepted, Stage.Assessment, office.Id, null, flow.Now);
        await context.GetRequiredService<NoticeDesk>().TellAsync(
            declaration.Applicant, "notice.accepted", $"/declarations/{declaration.Id}", ct, declaration.Number, office.Name);
    }
}
