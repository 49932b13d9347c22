using System.Globalization;
using TitleWorkflow.Application.Assessments.Activities;
using TitleWorkflow.Application.Declarations.Activities;
using TitleWorkflow.Application.Filing.Activities;
using TitleWorkflow.Application.Notices.Activities;
using TitleWorkflow.Application.Publicity.Activities;
using TitleWorkflow.Application.WorkItems.Activities;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.Publicity;
using TitleWorkflow.Engine.Documents;
using TitleWorkflow.Engine.Expressions;

namespace TitleWorkflow.Application.Workflows.Guards;

/// <summary>
/// What no designer may draw below (规则底线), step by step: words our steps cannot read, a task for a role that may never see a
/// case or never decides, a publicity period under five working days, a ballot with settings of its own, and a certificate
/// without the steps before it. In which order they come is <see cref="StatutoryOrder"/>'s.
/// </summary>
public static class FlowFloor
{
    private const string Steps = "TitleWorkflow.";
    private const int MostDays = 250;

    private static readonly Role[] WithoutCases = [Role.Auditor, Role.ProcessDesigner, Role.Administrator];

    /// <summary>Roles a task may be given to.</summary>
    internal static IReadOnlyList<Role> RolesWithCases { get; } = [.. Enum.GetValues<Role>().Except(WithoutCases)];

    /// <summary>Everything that is below the floor; empty if nothing is.</summary>
    /// <param name="document">The flow, its sub-flows written out.</param>
    /// <param name="isPart">Whether other flows bring what comes before and after it.</param>
    public static IReadOnlyList<DocumentError> Check(WorkflowDocument document, bool isPart = false) =>
    [
        .. document.Nodes.SelectMany(CheckStep),
        .. isPart ? [] : CheckWhole(document),
    ];

    internal static bool IsOurs(ActivityNode node) => node.Type.StartsWith(Steps, StringComparison.Ordinal);

    internal static bool Is<TStep>(ActivityNode node) => node.Type == Steps + typeof(TStep).Name;

    // Only a literal can be judged before the flow runs.
    internal static string? Literal(ActivityNode node, string input) =>
        node.Input(input) is { Type: ExpressionTypes.Literal } expression ? expression.Value?.ToString() : null;

    internal static DocumentError Error(string code, string path, string message) =>
        new(code, path, message, DocumentErrorSeverity.Error);

    private static IEnumerable<DocumentError> CheckStep(ActivityNode node) =>
        Is<HumanTask>(node) ? TaskFloor.Check(node)
        : Is<AwaitPublicity>(node) ? CheckPublicity(node)
        : Is<HoldBallot>(node) ? BallotFloor.Check(node)
        : Is<SendNotice>(node) ? NoticeFloor.Check(node)
        : ExpertFloor.Is(node) ? ExpertFloor.Check(node)
        : Is<SetStage>(node) ? Word<Stage>(node, nameof(SetStage.Stage), mayBeMissing: true)
        : [];

    private static IEnumerable<DocumentError> CheckPublicity(ActivityNode node)
    {
        var kind = Word<PublicityKind>(node, nameof(AwaitPublicity.Kind), mayBeMissing: true);
        if (node.Input(nameof(AwaitPublicity.Days)) is null || Literal(node, nameof(AwaitPublicity.Days)) is "0")
        {
            return kind;
        }

        return int.TryParse(Literal(node, nameof(AwaitPublicity.Days)), CultureInfo.InvariantCulture, out var days)
            && days is >= PublicityRules.MinimumDays and <= MostDays
                ? kind
                : kind.Append(Error(
                    "floor.publicity-days", $"{node.Path}.days",
                    $"“{node.DisplayText}”的公示期必须写明，为 {PublicityRules.MinimumDays} 至 {MostDays} 个工作日（0 = 按规则集）。"
                    + $" / A publicity period is a fixed number from {PublicityRules.MinimumDays} to {MostDays} working days. "
                    + Citation.Of(PublicityRules.AtLeastFiveDays)));
    }

    private static IEnumerable<DocumentError> CheckWhole(WorkflowDocument document)
    {
        var nodes = document.Nodes.ToList();
        if (nodes.Find(Is<NotifyResult>) is { } told && !nodes.Exists(Is<AwaitReexamination>))
        {
            yield return Error(
                "floor.reexamination-missing", told.Path,
                $"“{told.DisplayText}”之后必须有“等待复查申请”：申请人可以申请复查。 / Who is told a result may ask for re-examination: the flow must wait for it. "
                + Citation.Of(ReexaminationRules.ResultTold));
        }

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

        bool Has(PublicityKind kind) => nodes.Exists(n => Is<AwaitPublicity>(n) && KindOf(n) == kind);
    }

    /// <summary>The kind of a publicity step; null if it cannot be known.</summary>
    internal static PublicityKind? KindOf(ActivityNode node) =>
        node.Input(nameof(AwaitPublicity.Kind)) is null ? PublicityKind.Result
        : Enum.TryParse<PublicityKind>(Literal(node, nameof(AwaitPublicity.Kind)), out var kind) ? kind
        : null;

    /// <summary>A word of a fixed list, written out: neither computed nor one of its numbers.</summary>
    internal static IEnumerable<DocumentError> Word<TEnum>(ActivityNode node, string input, bool mayBeMissing = false)
        where TEnum : struct, Enum
    {
        if (IsComputed(node, input))
        {
            return [Computed(node, input)];
        }

        var path = $"{node.Path}.{Json(input)}";
        var word = Literal(node, input);
        return string.IsNullOrEmpty(word)
            ? mayBeMissing
                ? []
                : [Error("floor.missing-input", path, $"“{node.DisplayText}”缺少 {input}。 / {input} is missing.")]
            : Enum.GetNames<TEnum>().Contains(word, StringComparer.Ordinal)
                ? []
                : [Error("floor.unknown-word", path, $"“{node.DisplayText}”的 {input} 不能是“{word}”；可用：{string.Join("、", Enum.GetNames<TEnum>())}。")];
    }

    internal static bool IsComputed(ActivityNode node, string input) => node.Input(input) is { Type: not ExpressionTypes.Literal };

    internal static DocumentError Computed(ActivityNode node, string input) => Error(
        "floor.computed", $"{node.Path}.{Json(input)}",
        $"“{node.DisplayText}”的 {input} 必须写明，不能在运行时计算。 / {input} must be written out: what is computed cannot be judged.");

    internal static string Json(string input) => char.ToLowerInvariant(input[0]) + input[1..];
}
