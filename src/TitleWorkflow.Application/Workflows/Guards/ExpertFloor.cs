using System.Globalization;
using TitleWorkflow.Application.Experts;
using TitleWorkflow.Application.Experts.Activities;
using TitleWorkflow.Domain;
using TitleWorkflow.Domain.Experts;
using TitleWorkflow.Engine.Documents;

namespace TitleWorkflow.Application.Workflows.Guards;

/// <summary>
/// What no designer may draw below on the road into the expert pool (专家库): screening before posting, publicity and consent before
/// appointment; and the pool's steps keep to the pool's flow, for a declaration has no membership and a membership no declaration.
/// </summary>
internal static class ExpertFloor
{
    private const int MostDays = 250;

    private static readonly string[] Steps =
    [
        .. new[]
        {
            typeof(AwaitScreening), typeof(AwaitPosting), typeof(AwaitCandidacy), typeof(AwaitAppointment), typeof(ServeTerm),
            typeof(TellOfMembership),
        }.Select(t => $"TitleWorkflow.{t.Name}"),
    ];

    private static readonly (CaseFacts Fact, Rule Rule) Live = (CaseFacts.Live, ExpertRules.StepsInOrder);
    private static readonly (CaseFacts Fact, Rule Rule) Screened = (CaseFacts.ExpertScreened, ExpertRules.StepsInOrder);
    private static readonly (CaseFacts Fact, Rule Rule) Posted = (CaseFacts.ExpertPosted, ExpertRules.PublicityFiveDays);
    private static readonly (CaseFacts Fact, Rule Rule) Cleared = (CaseFacts.ExpertReady, ExpertRules.PublicityOverFirst);
    private static readonly (CaseFacts Fact, Rule Rule) Agreed = (CaseFacts.ExpertReady, ExpertRules.ConsentGiven);
    private static readonly (CaseFacts Fact, Rule Rule) Appointed = (CaseFacts.ExpertAppointed, ExpertRules.StepsInOrder);

    /// <summary>Whether a step belongs to the pool's flow.</summary>
    public static bool Is(ActivityNode node) => Steps.Contains(node.Type);

    /// <summary>Steps that stand in a flow of the other kind.</summary>
    public static IEnumerable<DocumentError> CheckKind(InlinedWorkflow whole)
    {
        var ours = whole.Document.Nodes.Where(FlowFloor.IsOurs).ToList();
        var isOfExperts = whole.Document.DefinitionId == ExpertFlow.Id
            || (whole.Document.Options.UsableAsActivity && ours.TrueForAll(Is));
        return ours.Where(node => Is(node) != isOfExperts).Select(node => FlowFloor.Error(
            "floor.expert-flow", node.Path,
            isOfExperts
                ? $"“{node.DisplayText}”办理的是申报，不能放在专家聘任流程 {ExpertFlow.Id} 中。"
                    + $" / “{node.DisplayText}” is about a declaration and does not stand in the experts' flow {ExpertFlow.Id}. {Citation.Of(ExpertRules.StepsInOrder)}"
                : $"“{node.DisplayText}”是专家库环节，只能放在专家聘任流程 {ExpertFlow.Id} 或者只含专家库环节的子流程中。"
                    + $" / “{node.DisplayText}” is about the expert pool and stands in the flow {ExpertFlow.Id} alone, or in a step of it. {Citation.Of(ExpertRules.StepsInOrder)}"));
    }

    /// <summary>What a step of the pool needs to be set to.</summary>
    public static IEnumerable<DocumentError> Check(ActivityNode node) =>
        FlowFloor.Is<TellOfMembership>(node)
            ? [.. FlowFloor.Word<MembershipParty>(node, nameof(TellOfMembership.Party), mayBeMissing: true), .. NoticeFloor.CheckText(node)]
            : CheckReminder(node);

    /// <summary>What must be certain when a road comes to the step, each with the rule that says so.</summary>
    public static IEnumerable<(CaseFacts Fact, Rule Rule)> Needs(ActivityNode node) => node switch
    {
        _ when FlowFloor.Is<AwaitScreening>(node) => [Live],
        _ when FlowFloor.Is<AwaitPosting>(node) => [Live, Screened],
        _ when FlowFloor.Is<AwaitCandidacy>(node) => [Live, Screened, Posted],
        _ when FlowFloor.Is<AwaitAppointment>(node) => [Live, Screened, Posted, Cleared, Agreed],
        _ when FlowFloor.Is<ServeTerm>(node) => [Live, Screened, Posted, Cleared, Agreed, Appointed],
        _ => [],
    };

    /// <summary>What an outcome adds to what is certain, and what it takes away.</summary>
    public static (CaseFacts Gained, CaseFacts Lost) Effect(ActivityNode node, string? outcome) => node switch
    {
        _ when FlowFloor.Is<AwaitScreening>(node) && outcome == "Fit" => (CaseFacts.ExpertScreened, CaseFacts.None),
        _ when FlowFloor.Is<AwaitPosting>(node) => (CaseFacts.ExpertPosted, CaseFacts.None),
        _ when FlowFloor.Is<AwaitCandidacy>(node) && outcome == "Ready" => (CaseFacts.ExpertReady, CaseFacts.None),
        _ when FlowFloor.Is<AwaitAppointment>(node) => (CaseFacts.ExpertAppointed, CaseFacts.None),
        _ when outcome is not null && (FlowFloor.Is<AwaitScreening>(node) || FlowFloor.Is<AwaitCandidacy>(node) || FlowFloor.Is<ServeTerm>(node)) =>
            (CaseFacts.None, CaseFacts.Live),
        _ => (CaseFacts.None, CaseFacts.None),
    };

    private static IEnumerable<DocumentError> CheckReminder(ActivityNode node) =>
        node.Input(nameof(MembershipStep.RemindWorkingDays)) is null
        || (int.TryParse(FlowFloor.Literal(node, nameof(MembershipStep.RemindWorkingDays)), CultureInfo.InvariantCulture, out var days)
            && days is >= 0 and <= MostDays)
            ? []
            : [FlowFloor.Error(
                "floor.due-days", $"{node.Path}.{FlowFloor.Json(nameof(MembershipStep.RemindWorkingDays))}",
                $"“{node.DisplayText}”的提醒须写明，为 0 至 {MostDays} 个工作日。 / A reminder comes after a fixed number of 0 to {MostDays} working days.")];
}
