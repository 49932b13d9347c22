using System.Text.Json.Nodes;
using TitleWorkflow.Application.Assessments.Activities;
using TitleWorkflow.Domain;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Engine.Documents;

namespace TitleWorkflow.Application.Workflows.Guards;

/// <summary>
/// A ballot takes no settings (法定人数、无记名、回避不可设置): a drawing that gives it some would look as if quorum, secrecy or
/// recusal were a matter of the drawing.
/// </summary>
internal static class BallotFloor
{
    private static readonly (string Word, Rule Rule)[] Fixed =
    [
        ("quorum", AssessmentRules.Quorum),
        ("attend", AssessmentRules.Quorum),
        ("present", AssessmentRules.PresentInPerson),
        ("recus", AssessmentRules.NotRecused),
    ];

    public static IEnumerable<DocumentError> Check(ActivityNode node) =>
        from member in node.Json
        where member.Value is JsonObject json && json.ContainsKey("expression")
        let rule = Fixed.FirstOrDefault(f => member.Key.Contains(f.Word, StringComparison.OrdinalIgnoreCase)).Rule ?? AssessmentRules.OneBallot
        select FlowFloor.Error(
            "floor.ballot-fixed", $"{node.Path}.{member.Key}",
            $"“{node.DisplayText}”没有可设置的 {member.Key}：法定人数、无记名投票与回避由规定确定。"
            + $" / {nameof(HoldBallot)} has no setting {member.Key}: quorum, secrecy and recusal are the regulation's. {Citation.Of(rule)}");
}
