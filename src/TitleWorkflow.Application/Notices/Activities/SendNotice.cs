using TitleWorkflow.Application.Organisations;
using TitleWorkflow.Application.Workflows;
using TitleWorkflow.Domain.Instances;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.Execution;

namespace TitleWorkflow.Application.Notices.Activities;

/// <summary>Tells the applicant, or everybody of a role at an office, something about the case (发送通知), and goes on.</summary>
[Activity("TitleWorkflow", "流程控制", "通知申报人或某机构的某个角色，然后继续。", DisplayName = "发送通知")]
[Statutory(StatutoryAct.None)]
public sealed class SendNotice : CodeActivity
{
    /// <summary>Role identifier, such as TownOfficer; Applicant for the applicant.</summary>
    [Input(DisplayName = "角色")] public Input<string> Role { get; set; } = new(nameof(Domain.Organisations.Role.Applicant));

    /// <summary>Whose office; Applicant for the applicant.</summary>
    [Input(DisplayName = "组织范围")] public Input<string> Scope { get; set; } = new(nameof(OfficeScope.Applicant));

    /// <summary>What is said, as people will read it.</summary>
    [Input(DisplayName = "通知内容", UIHint = "multiline")] public Input<string> Text { get; set; } = new("");

    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var ct = context.CancellationToken;
        var flow = context.GetRequiredService<FlowCase>();
        var desk = context.GetRequiredService<NoticeDesk>();
        var declaration = await flow.LoadAsync(context, ct);
        var scope = Enum.Parse<OfficeScope>(context.Get(Scope)!);
        string[] values = [declaration.Number, context.Get(Text)!];
        await (scope == OfficeScope.Applicant
            ? desk.TellAsync(declaration.Applicant, "notice.from-flow", $"/declarations/{declaration.Id}", ct, values)
            : desk.TellHoldersAsync(
                Enum.Parse<Role>(context.Get(Role)!), (await flow.OfficeAsync(declaration, scope, ct)).Id, "notice.from-flow",
                $"/declarations/{declaration.Id}", ct, values));
    }
}
