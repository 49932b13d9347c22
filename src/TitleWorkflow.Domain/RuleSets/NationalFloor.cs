using TitleWorkflow.Domain.Declarations;

namespace TitleWorkflow.Domain.RuleSets;

/// <summary>
/// What no region may go below: national standards bind regional ones (Interim Provisions on Title Review, art. 5).
/// </summary>
public static class NationalFloor
{
    /// <summary>Where the stepwise table is written.</summary>
    public static Source StepsSource => Source.EngineeringReform;

    /// <summary>Where the skill ladder is written.</summary>
    public static Source LadderSource => Source.SkillCrossover;

    /// <summary>Stepwise table of engineering.</summary>
    public static IReadOnlyList<EligibilityStep> Steps { get; } =
    [
        new(TitleLevel.Assistant, Education.Doctor, null, 0),
        new(TitleLevel.Assistant, Education.Master, null, 0),
        new(TitleLevel.Assistant, Education.Bachelor, null, 1),
        new(TitleLevel.Assistant, Education.College, TitleLevel.Technician, 2),
        new(TitleLevel.Assistant, Education.Secondary, TitleLevel.Technician, 4),
        new(TitleLevel.Intermediate, Education.Doctor, null, 0),
        new(TitleLevel.Intermediate, Education.Master, TitleLevel.Assistant, 2),
        new(TitleLevel.Intermediate, Education.Bachelor, TitleLevel.Assistant, 4),
        new(TitleLevel.Intermediate, Education.College, TitleLevel.Assistant, 4),
        new(TitleLevel.Intermediate, Education.Secondary, TitleLevel.Assistant, 5),
        new(TitleLevel.DeputySenior, Education.Doctor, TitleLevel.Intermediate, 2),
        new(TitleLevel.DeputySenior, Education.Master, TitleLevel.Intermediate, 5),
        new(TitleLevel.DeputySenior, Education.Bachelor, TitleLevel.Intermediate, 5),
        new(TitleLevel.FullSenior, Education.Doctor, TitleLevel.DeputySenior, 5),
        new(TitleLevel.FullSenior, Education.Master, TitleLevel.DeputySenior, 5),
        new(TitleLevel.FullSenior, Education.Bachelor, TitleLevel.DeputySenior, 5),
    ];

    /// <summary>Skill ladder of engineering; the two appointed levels open no title by themselves.</summary>
    public static IReadOnlyList<SkillStep> Ladder { get; } =
    [
        new(SkillLevel.SeniorWorker, TitleLevel.Assistant, 2),
        new(SkillLevel.Technician, TitleLevel.Intermediate, 3),
        new(SkillLevel.SeniorTechnician, TitleLevel.DeputySenior, 4),
        new(SkillLevel.SpecialTechnician, null, 0),
        new(SkillLevel.ChiefTechnician, null, 0),
    ];

    /// <summary>Technical-school classes and what they count as.</summary>
    public static IReadOnlyList<SchoolEquivalence> Schools { get; } =
    [
        new(Education.IntermediateWorkerClass, Education.Secondary),
        new(Education.SeniorWorkerClass, Education.College),
        new(Education.TechnicianClass, Education.Bachelor),
    ];

    /// <summary>The national cell for the same target and degree; null if there is none.</summary>
    public static EligibilityStep? Find(EligibilityStep step) =>
        Steps.FirstOrDefault(s => s.Target == step.Target && s.Degree == step.Degree);

    /// <summary>The national rung for the same skill; null if there is none.</summary>
    public static SkillStep? Find(SkillStep step) => Ladder.FirstOrDefault(s => s.Skill == step.Skill);

    /// <summary>Addresses in <paramref name="content"/> that lie below the floor; empty if it may be published.</summary>
    public static IReadOnlyList<string> Below(Channel channel, RuleSetContent content) =>
    [
        .. RuleSetFigures.Of(content).Where(f => f.Value < f.Minimum || f.Value > f.Maximum).Select(f => f.Path),
        .. content.Steps.Where(s => Find(s) is not { } national || national.After != s.After)
            .Select(s => $"steps/{s.Target}/{s.Degree}"),
        .. content.Ladder.Where(s => Find(s) is not { } national || national.Target != s.Target).Select(s => $"ladder/{s.Skill}"),
        .. content.Schools.Where(s => !Schools.Contains(s)).Select(s => $"schools/{s.Class}"),
        .. MissingFrom(channel, content.Conditions),
    ];

    // A set that advises nobody, as of a plan that takes no part in advice, has no conditions to miss.
    private static IEnumerable<string> MissingFrom(Channel channel, IReadOnlyList<Condition> conditions)
    {
        if (conditions.Count == 0)
        {
            yield break;
        }

        // Nobody who has retired may apply (art. 13), whatever the channel.
        if (!conditions.Any(c => c is { Kind: ConditionKind.Facts, Level: null, AnyOf: [{ AllOf: [var only] }] }
                && only is { Metric: Metric.InService, Comparison: Comparison.AtLeast, Value: 1 }))
        {
            yield return "conditions/in-service";
        }

        // The ordinary road goes level by level (art. 14); degrees are no barrier on the skilled workers' road.
        if (channel == Channel.Standard && !conditions.Any(c => c is { Kind: ConditionKind.Steps, Level: null }))
        {
            yield return "conditions/steps";
        }

        if (channel == Channel.SkillCrossover && (conditions.Any(AsksForSchooling)
            || !conditions.Any(c => c is { Kind: ConditionKind.Ladder, Level: null })))
        {
            yield return "conditions/ladder";
        }
    }

    private static bool AsksForSchooling(Condition condition) => condition.Kind == ConditionKind.Steps
        || (condition.AnyOf ?? []).Any(w => w.AllOf.Any(t => t.Metric is Metric.Education));
}
