using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.RuleSets;

namespace TitleWorkflow.Domain.Channels;

/// <summary>
/// The channel adviser (申报通道顾问): holds what is known of a person against every channel of a region and says of each
/// condition whether it is met, by which value, where it is written and from when.
/// </summary>
public static class ChannelAdviser
{
    /// <summary>The order of advice: the fastest road first.</summary>
    public static IReadOnlyList<Channel> Order { get; } =
    [
        Channel.DirectExpress, Channel.SpecialisedNomination, Channel.SkillCrossover, Channel.ExecutiveSeniorEconomist,
        Channel.EnterpriseAutonomous, Channel.SocialReview, Channel.Standard,
    ];

    /// <summary>The advice for a plan year.</summary>
    /// <param name="facts">What is known of the person.</param>
    /// <param name="inForce">At most one rule set of each channel; those without conditions advise nobody.</param>
    /// <param name="planYear">The plan year.</param>
    /// <param name="decisions">What officers decided for the person where the rules map nothing.</param>
    public static Advice Advise(
        ApplicantFacts facts, IReadOnlyList<RuleSet> inForce, int planYear, IReadOnlyCollection<ManualDecision>? decisions = null)
    {
        var sets = Order.SelectMany(c => inForce.Where(s => s.Channel == c && s.Content.Conditions.Count > 0)).ToList();
        var channels = sets.Select(s => Judge(
            facts, s, planYear, (decisions ?? []).FirstOrDefault(d => d.Holds(s.Channel, planYear, facts))?.IsEligible)).ToList();
        return new Advice(Outcome(channels), sets.FirstOrDefault()?.Content.Seniority.CutoffOf(planYear), channels);
    }

    private static ChannelAdvice Judge(ApplicantFacts facts, RuleSet set, int planYear, bool? decided)
    {
        var content = set.Content;
        var found = new Examination(facts, content, content.Seniority.CutoffOf(planYear)).Conditions()
            .Select(c => c with
            {
                Code = $"{Address(set.Channel)}.{c.Code}",
                Finding = c.Finding == Finding.Manual && decided is { } eligible ? eligible ? Finding.Met : Finding.Failed : c.Finding,
            }).ToList();
        var failed = found.Where(c => c.Finding == Finding.Failed).ToList();
        var verdict = failed.Count > 0 ? Verdict.NotYet
            : found.Any(c => c.Finding == Finding.Manual) ? Verdict.ManualDecision
            : found.Any(c => c is { Finding: Finding.Unknown, AtSubmission: false }) ? Verdict.ToConfirm
            : Verdict.Eligible;
        var earliest = failed.Count > 0 && failed.All(c => c.Earliest is not null) ? failed.Max(c => c.Earliest) : null;
        return new ChannelAdvice(
            set.Channel, set.Id, set.Year, set.Number, verdict, found, earliest,
            earliest is { } day ? content.Seniority.PlanYearOf(day) : null, content[FeeOf(facts.Level)]);
    }

    private static Verdict Outcome(List<ChannelAdvice> channels)
    {
        bool Has(Verdict verdict) => channels.Any(c => c.Verdict == verdict);
        return Has(Verdict.Eligible) ? Verdict.Eligible
            : Has(Verdict.ManualDecision) ? Verdict.ManualDecision
            : channels.Any(c => c.Earliest is not null) || !Has(Verdict.ToConfirm) ? Verdict.NotYet
            : Verdict.ToConfirm;
    }

    // direct-express, skill-crossover: the channel's name as an address.
    private static string Address(Channel channel) => string.Concat(channel.ToString()
        .Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));

    private static Parameter FeeOf(TitleLevel level) => level switch
    {
        TitleLevel.Technician or TitleLevel.Assistant => Parameter.FeeJunior,
        TitleLevel.Intermediate => Parameter.FeeIntermediate,
        _ => Parameter.FeeSenior,
    };
}
