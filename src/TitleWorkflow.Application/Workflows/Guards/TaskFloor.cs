using System.Globalization;
using System.Text.Json.Nodes;
using TitleWorkflow.Application.Organisations;
using TitleWorkflow.Application.WorkItems.Activities;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.RuleSets;
using TitleWorkflow.Engine.Documents;
using TitleWorkflow.Engine.Expressions;

namespace TitleWorkflow.Application.Workflows.Guards;

/// <summary>What a task for a person needs, and who may be given it: nobody decides on their own case (不得审核本人申报).</summary>
internal static class TaskFloor
{
    private const int MostDays = 250;

    // Everything else a form of ours stands for is no decision, or is asked for by a step of its own.
    private static readonly Dictionary<string, Role[]> Deciders = new(StringComparer.Ordinal)
    {
        ["declaration"] = [Role.Applicant],
        ["correction"] = [Role.Applicant],
        ["employer-check"] = [Role.EmployerHr],
        ["appraisal"] = [Role.EmployerHr],
        ["recommendation"] = [Role.EmployerHr],
        ["vetting"] =
        [
            Role.TownOfficer, Role.DistrictOfficer, Role.CityOfficer, Role.ProvinceOfficer, Role.OrganisingOfficer,
            Role.ServiceCommissioner,
        ],
        ["forwarding"] = [],
        ["eligibility"] = [Role.OrganisingOfficer, Role.CommitteeOffice],
        ["expert-draw"] = [Role.CommitteeOffice],
        ["group-assignment"] = [Role.CommitteeOffice],
        ["confirmation"] = [Role.CityOfficer, Role.ProvinceOfficer, Role.OrganisingOfficer],
        ["result-posting"] = [Role.OrganisingOfficer, Role.CommitteeOffice, Role.CityOfficer],
        ["expert-opinion"] = [],
        ["supplement"] = [],
        ["signature"] = [],
        ["nomination"] = [],
    };

    public static IEnumerable<DocumentError> Check(ActivityNode node) =>
    [
        .. FlowFloor.Word<Role>(node, nameof(HumanTask.Role)),
        .. CheckRole(node),
        .. FieldFloor.Check(node),
        .. FlowFloor.Word<OfficeScope>(node, nameof(HumanTask.Scope)),
        .. FlowFloor.Word<Stage>(node, nameof(HumanTask.Stage), mayBeMissing: true),
        .. FlowFloor.Word<DeclarationStatus>(node, nameof(HumanTask.Status), mayBeMissing: true),
        .. CheckForm(node),
        .. CheckOutcomes(node),
        .. CheckDays(node),
        .. CheckHop(node),
        .. FlowFloor.Word<Role>(node, nameof(HumanTask.EscalateTo), mayBeMissing: true),
        .. FlowFloor.Word<OfficeScope>(node, nameof(HumanTask.EscalateScope), mayBeMissing: true),
        .. CheckEscalation(node),
    ];

    /// <summary>Whether the step is a hop of the jurisdiction path.</summary>
    public static bool IsHop(ActivityNode node) =>
        FlowFloor.Is<HumanTask>(node) && bool.TryParse(FlowFloor.Literal(node, nameof(HumanTask.Hop)), out var isHop) && isHop;

    private static IEnumerable<DocumentError> CheckRole(ActivityNode node)
    {
        var word = FlowFloor.Literal(node, nameof(HumanTask.Role));
        if (!Enum.TryParse<Role>(word, out var role))
        {
            yield break;
        }

        if (!FlowFloor.RolesWithCases.Contains(role))
        {
            yield return FlowFloor.Error(
                "floor.role", Path(node, nameof(HumanTask.Role)),
                $"“{node.DisplayText}”不能由 {role} 办理：该角色不得接触申报材料或作出决定。"
                + $" / {role} may not be given a case: the role never sees dossiers, or never decides.");
        }
        else if ((FlowFloor.Literal(node, nameof(HumanTask.Scope)) == nameof(OfficeScope.Applicant)) != (role == Role.Applicant))
        {
            yield return FlowFloor.Error(
                "floor.own-case", Path(node, nameof(HumanTask.Scope)),
                $"“{node.DisplayText}”：申报人本人只办理申报人的事项，机构的事项由机构办理。"
                + $" / The applicant in person does what the applicant does, and an office what is an office's.");
        }
    }

    private static IEnumerable<DocumentError> CheckForm(ActivityNode node)
    {
        if (FlowFloor.IsComputed(node, nameof(HumanTask.Form)))
        {
            return [FlowFloor.Computed(node, nameof(HumanTask.Form))];
        }

        var form = FlowFloor.Literal(node, nameof(HumanTask.Form));
        return form is not null && Deciders.TryGetValue(form, out var roles)
            && !roles.Select(r => r.ToString()).Contains(FlowFloor.Literal(node, nameof(HumanTask.Role)))
                ? [FlowFloor.Error(
                    "floor.form-role", Path(node, nameof(HumanTask.Form)),
                    $"表单 {form} 只能由下列角色办理：{(roles.Length > 0 ? string.Join("、", roles) : "无（由专门环节发起）")}。"
                    + $" / The form {form} is for {(roles.Length > 0 ? string.Join(", ", roles) : "a step of its own")}.")]
                : [];
    }

    // A list without names would be a task nobody can ever finish.
    private static IEnumerable<DocumentError> CheckOutcomes(ActivityNode node) => node.Input(nameof(HumanTask.Outcomes)) switch
    {
        null => [],
        { Type: ExpressionTypes.Variable or ExpressionTypes.Input or ExpressionTypes.JavaScript } =>
            [FlowFloor.Computed(node, nameof(HumanTask.Outcomes))],
        { Value: JsonArray { Count: > 0 } } => [],
        { Value: JsonValue text } when text.ToString().Any(char.IsLetterOrDigit) => [],
        _ => [FlowFloor.Error(
            "floor.missing-input", Path(node, nameof(HumanTask.Outcomes)),
            $"“{node.DisplayText}”没有可选的办理结果。 / Nothing can come out of “{node.DisplayText}”.")],
    };

    private static IEnumerable<DocumentError> CheckDays(ActivityNode node) =>
        FlowFloor.Literal(node, nameof(HumanTask.DueWorkingDays)) is { } days
        && !(int.TryParse(days, CultureInfo.InvariantCulture, out var number) && number is >= 0 and <= MostDays)
            ? [FlowFloor.Error(
                "floor.due-days", Path(node, nameof(HumanTask.DueWorkingDays)),
                $"“{node.DisplayText}”的办理期限为 0 至 {MostDays} 个工作日。 / A task is due within 0 to {MostDays} working days.")]
            : [];

    // Only an authority's vetting can be passed over without anything the regulation asks for being left out.
    private static IEnumerable<DocumentError> CheckHop(ActivityNode node)
    {
        if (FlowFloor.IsComputed(node, nameof(HumanTask.Hop)))
        {
            return [FlowFloor.Computed(node, nameof(HumanTask.Hop))];
        }

        var outcomes = node.Input(nameof(HumanTask.Outcomes)) is { Type: ExpressionTypes.Object, Value: { } list } ? list.ToString() : "";
        var first = outcomes.Split(['[', ']', '"', ',', ' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
        var isVetting = FlowFloor.Literal(node, nameof(HumanTask.Form)) is null or "vetting";
        var isElsewhere = Enum.TryParse<OfficeScope>(FlowFloor.Literal(node, nameof(HumanTask.Scope)), out var scope)
            && !Hop.Authorities.Any(a => $"{a}" == $"{scope}");
        return !IsHop(node) || (isVetting && !isElsewhere && first is null or "Pass")
                ? []
                : [FlowFloor.Error(
                    "floor.hop", Path(node, nameof(HumanTask.Hop)),
                    $"“{node.DisplayText}”：管辖路径层级须是镇街、区县、市或省的审核（vetting），且第一个结果为 Pass。"
                    + " / A hop of the jurisdiction path is the vetting of a town, district, city or province, and its first outcome is Pass.")];
    }

    // An office hears of it, not the applicant; and there is nothing to hear of where nothing is ever late.
    private static IEnumerable<DocumentError> CheckEscalation(ActivityNode node)
    {
        var role = FlowFloor.Literal(node, nameof(HumanTask.EscalateTo));
        if (string.IsNullOrEmpty(role))
        {
            return [];
        }

        var place = FlowFloor.Literal(node, nameof(HumanTask.EscalateScope)) is { Length: > 0 } named
            ? named
            : FlowFloor.Literal(node, nameof(HumanTask.Scope));
        var isTold = FlowFloor.RolesWithCases.Any(r => $"{r}" == role && r != Role.Applicant) && place != nameof(OfficeScope.Applicant);
        var isEverLate = FlowFloor.Literal(node, nameof(HumanTask.DueWorkingDays)) is { } days and not "0" && days.Length > 0;
        return isTold && isEverLate
            ? []
            : [FlowFloor.Error(
                "floor.escalation", Path(node, nameof(HumanTask.EscalateTo)),
                $"“{node.DisplayText}”：超期只能上报给经办机构的角色，且须有办理期限。"
                + " / Only a role at an office that sees cases is told that a task is late, and only a task with a time allowed is ever late.")];
    }

    private static string Path(ActivityNode node, string input) => $"{node.Path}.{FlowFloor.Json(input)}";
}
