using System.Text.Json;
using System.Text.Json.Nodes;
using TitleWorkflow.Application.WorkItems.Activities;
using TitleWorkflow.Domain.WorkItems;
using TitleWorkflow.Engine.Documents;
using TitleWorkflow.Engine.Expressions;

namespace TitleWorkflow.Application.Workflows.Guards;

/// <summary>The fields a designer gives a task (填写项): each readable, none twice, not too many.</summary>
internal static class FieldFloor
{
    public static IEnumerable<DocumentError> Check(ActivityNode node)
    {
        var lines = TextsIn(node, nameof(HumanTask.Fields));
        for (var i = 0; i < lines.Count; i++)
        {
            if (TaskField.Read(lines[i]) is null || lines.Take(i).Any(l => TaskField.Read(l)?.Label == TaskField.Read(lines[i])!.Label))
            {
                yield return FlowFloor.Error(
                    "floor.field", $"{node.Path}.{FlowFloor.Json(nameof(HumanTask.Fields))}[{i}]",
                    $"“{node.DisplayText}”的填写项“{lines[i]}”写法不对或重名；应为：名称 | 英文名称 | 类型 | 必填。"
                    + " / A field is written as: label | English label | text, number, date, yesno or choice: a, b | required; labels differ.");
            }
        }

        if (lines.Count > TaskField.Most)
        {
            yield return FlowFloor.Error(
                "floor.field", $"{node.Path}.{FlowFloor.Json(nameof(HumanTask.Fields))}",
                $"“{node.DisplayText}”的填写项最多 {TaskField.Most} 项。 / A step has {TaskField.Most} fields at most.");
        }
    }

    private static IReadOnlyList<string> TextsIn(ActivityNode node, string input)
    {
        if (node.Input(input) is not { Type: ExpressionTypes.Object or ExpressionTypes.Json or ExpressionTypes.Literal } expression)
        {
            return [];
        }

        try
        {
            return JsonNode.Parse(expression.Value?.ToString() ?? "[]") is JsonArray list ? [.. list.Select(l => l?.ToString() ?? "")] : [];
        }
        catch (JsonException)
        {
            // What is no list at all is said of every input alike, by the document's own check.
            return [];
        }
    }
}
