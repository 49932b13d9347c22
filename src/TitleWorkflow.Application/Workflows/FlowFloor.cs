using System.Text.Json;
using System.Text.Json.Nodes;
using TitleWorkflow.Application.Assessments.Activities;
using TitleWorkflow.Application.Filing.Activities;
using TitleWorkflow.Application.Organisations;
using TitleWorkflow.Application.Publicity.Activities;
using TitleWorkflow.Application.WorkItems.Activities;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.Publicity;
using TitleWorkflow.Domain.WorkItems;
using TitleWorkflow.Engine.Documents;

namespace TitleWorkflow.Application.Workflows;

/// <summary>
/// What no designer may draw below (规则底线): words our steps cannot read, a task for a role that may never see a case or never
/// decides, a publicity period under five working days, and a certificate without employer publicity, group review, ballot,
/// signature and result publicity before it.
/// </summary>
public static class FlowFloor
{
    private const string Steps = "TitleWorkflow.";

    private static readonly Role[] WithoutCases = [Role.Auditor, Role.ProcessDesigner, Role.Administrator];

    /// <summary>Roles a task may be given to.</summary>
    internal static IReadOnlyList<Role> RolesWithCases { get; } = [.. Enum.GetValues<Role>().Except(WithoutCases)];

    /// <summary>Everything that is below the floor; empty if nothing is.</summary>
    public static IReadOnlyList<DocumentError> Check(WorkflowDocument document) =>
    [
        .. document.Nodes.SelectMany(CheckWords),
        .. document.Nodes.Where(n => Is<AwaitPublicity>(n)).SelectMany(CheckDays),
        .. CheckWhole(document),
    ];

    private static IEnumerable<DocumentError> CheckWords(ActivityNode node)
    {
        if (Is<HumanTask>(node))
        {
            return
            [
                .. Word<Role>(node, nameof(HumanTask.Role)),
                .. CheckRole(node),
                .. CheckFields(node),
                .. Word<OfficeScope>(node, nameof(HumanTask.Scope)),
                .. Word<Stage>(node, nameof(HumanTask.Stage), mayBeMissing: true),
                .. Word<DeclarationStatus>(node, nameof(HumanTask.Status), mayBeMissing: true),
            ];
        }

        return Is<AwaitPublicity>(node) ? Word<PublicityKind>(node, nameof(AwaitPublicity.Kind), mayBeMissing: true) : [];
    }

    private static IEnumerable<DocumentError> CheckRole(ActivityNode node)
    {
        if (Enum.TryParse<Role>(Literal(node, nameof(HumanTask.Role)), out var role) && WithoutCases.Contains(role))
        {
            yield return Error(
                "floor.role", $"{node.Path}.{Json(nameof(HumanTask.Role))}",
                $"“{node.DisplayText}”不能由 {role} 办理：该角色不得接触申报材料或作出决定。"
                + $" / {role} may not be given a case: the role never sees dossiers, or never decides.");
        }
    }

    private static IEnumerable<DocumentError> CheckFields(ActivityNode node)
    {
        var lines = TextsIn(node, nameof(HumanTask.Fields));
        for (var i = 0; i < lines.Count; i++)
        {
            if (TaskField.Read(lines[i]) is null || lines.Take(i).Any(l => TaskField.Read(l)?.Label == TaskField.Read(lines[i])!.Label))
            {
                yield return Error(
                    "floor.field", $"{node.Path}.{Json(nameof(HumanTask.Fields))}[{i}]",
                    $"“{node.DisplayText}”的填写项“{lines[i]}”写法不对或重名；应为：名称 | 英文名称 | 类型 | 必填。"
                    + " / A field is written as: label | English label | text, number, date, yesno or choice: a, b | required; labels differ.");
            }
        }

        if (lines.Count > TaskField.Most)
        {
            yield return Error(
                "floor.field", $"{node.Path}.{Json(nameof(HumanTask.Fields))}",
                $"“{node.DisplayText}”的填写项最多 {TaskField.Most} 项。 / A step has {TaskField.Most} fields at most.");
        }
    }

    private static IReadOnlyList<string> TextsIn(ActivityNode node, string input)
    {
        if (Expression(node, input) is not { } expression || expression["type"]?.ToString() is not ("Object" or "Json" or "Literal"))
        {
            return [];
        }

        try
        {
            return JsonNode.Parse(expression["value"]?.ToString() ?? "[]") is JsonArray list ? [.. list.Select(l => l?.ToString() ?? "")] : [];
        }
        catch (JsonException)
        {
            // What is no list at all is said of every input alike, by the document's own check.
            return [];
        }
    }

    private static IEnumerable<DocumentError> CheckDays(ActivityNode node)
    {
        if (int.TryParse(Literal(node, nameof(AwaitPublicity.Days)), out var days) && days is not 0 and < PublicityRules.MinimumDays)
        {
            yield return Error(
                "floor.publicity-days", $"{node.Path}.days",
                $"“{node.DisplayText}”公示期 {days} 个工作日，低于《职称评审管理暂行规定》规定的 {PublicityRules.MinimumDays} 个工作日。"
                + $" / A publicity period of {days} working days is below the {PublicityRules.MinimumDays} that the Interim Provisions demand.");
        }
    }

    private static IEnumerable<DocumentError> CheckWhole(WorkflowDocument document)
    {
        var nodes = document.Nodes.ToList();
        if (nodes.Find(Is<IssueCertificate>) is not { } certificate)
        {
            yield break;
        }

        (string Name, string English, bool Present)[] demanded =
        [
            ("单位内部公示", "employer publicity", Has(PublicityKind.Employer)),
            ("评议组评议", "group review", nodes.Exists(Is<ReviewInGroup>)),
            ("会议无记名投票", "secret ballot", nodes.Exists(Is<HoldBallot>)),
            ("主任委员签署", "signature of the presiding director", nodes.Exists(Is<AwaitSignature>)),
            ("评审结果公示", "result publicity", Has(PublicityKind.Result)),
        ];
        foreach (var (name, english, _) in demanded.Where(d => !d.Present))
        {
            yield return Error(
                "floor.step-missing", certificate.Path,
                $"缺少法定环节“{name}”，不能发放证书。 / Without {english} no certificate can be issued.");
        }

        bool Has(PublicityKind kind) => nodes.Exists(n =>
            Is<AwaitPublicity>(n) && (Literal(n, nameof(AwaitPublicity.Kind)) ?? nameof(PublicityKind.Result)) == kind.ToString());
    }

    private static IEnumerable<DocumentError> Word<TEnum>(ActivityNode node, string input, bool mayBeMissing = false)
        where TEnum : struct, Enum
    {
        var word = Literal(node, input);
        var unreadable = string.IsNullOrEmpty(word)
            ? !mayBeMissing && !IsComputed(node, input)
            : !Enum.TryParse<TEnum>(word, out _);
        return unreadable
            ? [Error(
                "floor.unknown-word", $"{node.Path}.{Json(input)}",
                $"“{node.DisplayText}”的 {input} 不能是“{word}”；可用：{string.Join("、", Enum.GetNames<TEnum>())}。")]
            : [];
    }

    internal static bool Is<TStep>(ActivityNode node) => node.Type == Steps + typeof(TStep).Name;

    private static bool IsComputed(ActivityNode node, string input) =>
        Expression(node, input)?["type"]?.ToString() is not (null or "Literal");

    // Only a literal can be judged before the flow runs.
    internal static string? Literal(ActivityNode node, string input) =>
        Expression(node, input) is { } expression && expression["type"]?.ToString() == "Literal" ? expression["value"]?.ToString() : null;

    private static JsonObject? Expression(ActivityNode node, string input) =>
        (node.Json[Json(input)] as JsonObject)?["expression"] as JsonObject;

    private static string Json(string input) => char.ToLowerInvariant(input[0]) + input[1..];

    private static DocumentError Error(string code, string path, string message) =>
        new(code, path, message, DocumentErrorSeverity.Error);
}
