using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.RuleSets;

namespace TitleWorkflow.Domain.Tests.RuleSets;

/// <summary>Rule sets as regions have them, with nothing but what the nation asks.</summary>
internal static class Regions
{
    public static readonly Condition InService = new(
        "in-service", "在职在岗", "In service", ConditionKind.Facts, Source.Provisions(13),
        [new Way("", "", [new ThresholdRule(Metric.InService, Comparison.AtLeast, 1)])], AtSubmission: true);

    public static readonly Condition Steps = new(
        "steps", "逐级申报", "Level by level", ConditionKind.Steps, Source.EngineeringReform);

    public static readonly Condition Ladder = new(
        "ladder", "技能等级", "Skill level", ConditionKind.Ladder, Source.SkillCrossover);

    public static RuleSetContent Standard() => RuleSetContent.Plain with
    {
        Targets = [.. Enum.GetValues<TitleLevel>().Skip(1).Select(l => new TargetTitle(TitleSeries.Engineering, l))],
        Steps = NationalFloor.Steps,
        Schools = NationalFloor.Schools,
        Conditions = [Steps, InService],
    };

    public static RuleSetContent Crossover() => RuleSetContent.Plain with
    {
        Targets = [.. Enum.GetValues<TitleLevel>().Skip(1).Select(l => new TargetTitle(TitleSeries.Engineering, l))],
        Ladder = NationalFloor.Ladder,
        Conditions = [Ladder, InService],
    };

    /// <summary>A first version of 2022.</summary>
    public static RuleSet Of(Channel channel, RuleSetContent content) =>
        new(RuleSetId.New(), "zhejiang", 2022, channel, 1, content);
}
