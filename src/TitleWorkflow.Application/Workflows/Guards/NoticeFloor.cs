using TitleWorkflow.Application.Notices.Activities;
using TitleWorkflow.Application.Organisations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Engine.Documents;
using TitleWorkflow.Engine.Expressions;

namespace TitleWorkflow.Application.Workflows.Guards;

/// <summary>What a notice drawn into a flow (发送通知) needs, and who may be told of a case.</summary>
internal static class NoticeFloor
{
    public static IEnumerable<DocumentError> Check(ActivityNode node) =>
    [
        .. FlowFloor.Word<Role>(node, nameof(SendNotice.Role), mayBeMissing: true),
        .. FlowFloor.Word<OfficeScope>(node, nameof(SendNotice.Scope), mayBeMissing: true),
        .. CheckWho(node),
        .. CheckText(node),
    ];

    private static IEnumerable<DocumentError> CheckWho(ActivityNode node)
    {
        var role = FlowFloor.Literal(node, nameof(SendNotice.Role)) ?? nameof(Role.Applicant);
        var scope = FlowFloor.Literal(node, nameof(SendNotice.Scope)) ?? nameof(OfficeScope.Applicant);
        var isTold = FlowFloor.RolesWithCases.Any(r => $"{r}" == role)
            && (role == nameof(Role.Applicant)) == (scope == nameof(OfficeScope.Applicant));
        return isTold
            ? []
            : [FlowFloor.Error(
                "floor.role", $"{node.Path}.{FlowFloor.Json(nameof(SendNotice.Role))}",
                $"“{node.DisplayText}”不能通知 {role}（{scope}）：该角色不接触申报，或与组织范围不符。"
                + $" / {role} ({scope}) is not told of cases, or the role and the office do not go together.")];
    }

    /// <summary>What is said must be written out, and be something.</summary>
    public static IEnumerable<DocumentError> CheckText(ActivityNode node) => node.Input(nameof(SendNotice.Text)) switch
    {
        { Type: not ExpressionTypes.Literal } => [FlowFloor.Computed(node, nameof(SendNotice.Text))],
        { Value: { } text } when !string.IsNullOrWhiteSpace(text.ToString()) => [],
        _ => [FlowFloor.Error(
            "floor.missing-input", $"{node.Path}.{FlowFloor.Json(nameof(SendNotice.Text))}",
            $"“{node.DisplayText}”没有通知内容。 / “{node.DisplayText}” says nothing.")],
    };
}
