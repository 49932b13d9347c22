using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.RuleSets;

namespace TitleWorkflow.Domain.Tests.RuleSets;

public sealed class RuleSetTests
{
    private static readonly DateOnly Today = Qingtan.Day("2022-10-10");
    private static readonly DateTimeOffset Now = Qingtan.Time("2022-10-10");

    public static TheoryData<string> Keys => [.. Parameter.All.Select(p => p.Key)];

    [Theory]
    [MemberData(nameof(Keys))]
    public void No_region_leaves_what_national_rules_allow(string key)
    {
        var parameter = Parameter.All.Single(p => p.Key == key);

        Assert.Equal(parameter.Minimum, Version((key, parameter.Minimum))[parameter]);
        Assert.Equal(parameter.Maximum, Version((key, parameter.Maximum))[parameter]);
        Refused.With(RuleSetRules.WithinFloor, () => Version((key, parameter.Minimum - 1)));
        Refused.With(RuleSetRules.WithinFloor, () => Version((key, parameter.Maximum + 1)));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_silent_region_takes_the_lawful_default(string key)
    {
        var parameter = Parameter.All.Single(p => p.Key == key);

        Assert.Equal(parameter.Default, Version()[parameter]);
        Assert.InRange(parameter.Default, parameter.Minimum, parameter.Maximum);
    }

    [Theory]
    [InlineData("publicity.employer.days", 5, 5)]
    [InlineData("publicity.result.days", 5, 5)]
    [InlineData("supplement.days", 5, 1)]
    [InlineData("group.minExperts", 3, 3)]
    [InlineData("supplement.rounds", 1, 1)]
    [InlineData("integrity.years", 3, 3)]
    [InlineData("fee.senior", 0, 0)]
    [InlineData("nomination.quota.national", 2, 0)]
    [InlineData("nomination.quota.national.fullSenior", 1, 0)]
    [InlineData("nomination.quota.provincial", 1, 0)]
    public void Defaults_and_floors_are_those_of_the_catalogue(string key, int standard, int floor)
    {
        var parameter = Parameter.All.Single(p => p.Key == key);

        Assert.Equal((standard, floor), (parameter.Default, parameter.Minimum));
    }

    [Fact]
    public void Conditions_are_added_widened_and_taken_away()
    {
        var content = RuleSetContent.Plain
            .Adding("发明专利", "Patents", null, Asks(Metric.Patents, 2))
            .Adding("论文", "Papers", TitleLevel.DeputySenior, null)
            .Asking("own-1", 1, Asks(Metric.YearsInTitle, 3))
            .Asking("own-1", null, Asks(Metric.NationalProjects, 1));

        Assert.Equal([("own-1", ConditionKind.Facts), ("own-2", ConditionKind.Waived)], content.Conditions.Select(c => (c.Code, c.Kind)));
        Assert.Equal([2, 1], content.Conditions[0].AnyOf!.Select(w => w.AllOf.Count));
        Assert.Equal([Metric.YearsInTitle], content.Without("own-1", 1, 1).Conditions[0].AnyOf![0].AllOf.Select(r => r.Metric));
        Assert.Equal([1], content.Without("own-1", 1, null).Conditions[0].AnyOf!.Select(w => w.AllOf.Count));
        Assert.Equal(["own-2"], content.Without("own-1", 1, null).Without("own-1", 1, 1).Conditions.Select(c => c.Code));
        Assert.Equal(["own-1"], content.Without("own-2", null, null).Conditions.Select(c => c.Code));
    }

    [Fact]
    public void A_condition_says_what_can_be_reached_and_what_is_not_there_is_not_changed()
    {
        void Refuses(Func<object> change) => Refused.With(RuleSetRules.ConditionSound, () => change());
        var content = RuleSetContent.Plain.Adding("发明专利", "Patents", null, Asks(Metric.Patents, 2)).Adding("论文", "Papers", null, null);

        Refuses(() => content.Adding(" ", "Patents", null, null));
        Refuses(() => content.Adding("专利", "Patents", null, Asks(Metric.InService, 2)));
        Refuses(() => content.Adding("专利", "Patents", null, Asks(Metric.Patents, -1)));
        Refuses(() => content.Adding("专利", "Patents", null, Asks((Metric)99, 1)));
        Refuses(() => content.Asking("own-1", 2, Asks(Metric.Patents, 1)));
        Refuses(() => content.Asking("own-2", null, Asks(Metric.Patents, 1)));
        Refuses(() => content.Asking("own-9", null, Asks(Metric.Patents, 1)));
        Refuses(() => content.Without("own-9", null, null));
        Refuses(() => content.Without("own-1", 2, null));
        Refuses(() => content.Without("own-1", 1, 3));
        Refuses(() => content.Without("own-2", 1, null));
    }

    [Fact]
    public void A_second_officer_puts_a_draft_into_force_and_nobody_changes_it_any_more()
    {
        var (writer, second) = (PersonId.New(), PersonId.New());
        var draft = Version().Draft(2, writer, Today);

        Refused.With(RuleSetRules.SecondPerson, () => draft.Approve(writer, Today, Now));
        draft.Approve(second, Today, Now);

        Assert.True(draft is { IsPublished: true, Number: 2 });
        Assert.Equal((writer, second), (draft.DraftedBy, draft.ApprovedBy));
        Refused.With(RuleSetRules.DraftOnly, () => draft.Revise(draft.Content, Today, second));
        Refused.With(RuleSetRules.DraftOnly, () => draft.Approve(second, Today, Now));
    }

    [Fact]
    public void No_version_takes_effect_backwards()
    {
        var draft = Version().Draft(2, PersonId.New(), Today.AddDays(-1));

        Refused.With(RuleSetRules.NotBackwards, () => draft.Approve(PersonId.New(), Today, Now));
    }

    [Fact]
    public void A_plan_year_goes_by_the_latest_version_that_has_taken_effect()
    {
        var first = Version();
        var second = first.Draft(2, PersonId.New(), Today.AddDays(10));
        second.Approve(PersonId.New(), Today, Now);
        var third = first.Draft(3, PersonId.New(), Today);

        Assert.Equal([first], RuleSet.InForce([first, second, third], 2022, Today.AddDays(9)));
        Assert.Equal([second], RuleSet.InForce([first, second, third], 2024, Today.AddDays(10)));
        Assert.Empty(RuleSet.InForce([first, second], 2021, Today));
    }

    [Fact]
    public void Two_versions_differ_by_the_figures_that_differ()
    {
        var content = Regions.Standard();
        var changed = content.With(new Dictionary<string, int> { ["steps/Intermediate/Bachelor"] = 6, ["seniority/start"] = 1, ["nowhere"] = 9 });

        var before = RuleSetFigures.Of(content).ToDictionary(f => f.Path, f => f.Value);
        var differ = RuleSetFigures.Of(changed).Where(f => before[f.Path] != f.Value).Select(f => (f.Path, before[f.Path], f.Value));

        Assert.Equal([("seniority/start", 0, 1), ("steps/Intermediate/Bachelor", 4, 6)], differ);
    }

    [Theory]
    [MemberData(nameof(Holes))]
    public void A_condition_the_nation_asks_for_cannot_be_left_out(Channel channel, RuleSetContent content) =>
        Refused.With(RuleSetRules.WithinFloor, () => _ = new RuleSet(RuleSetId.New(), "zhejiang", 2022, channel, 1, content));

    public static TheoryData<Channel, RuleSetContent> Holes => new()
    {
        // The ordinary road without its steps, and one that retired people may take.
        { Channel.Standard, Regions.Standard() with { Conditions = [Regions.InService] } },
        { Channel.Standard, Regions.Standard() with { Conditions = [Regions.Steps] } },

        // Degrees on the skilled workers' road; a chief technician's title that follows by itself; a class that counts as more.
        { Channel.SkillCrossover, Regions.Crossover() with { Conditions = [Regions.InService, Regions.Ladder, Regions.Steps] } },
        { Channel.SkillCrossover, Regions.Crossover() with { Ladder = [new(SkillLevel.ChiefTechnician, TitleLevel.FullSenior, 9)] } },
        { Channel.Standard, Regions.Standard() with { Schools = [new(Education.SeniorWorkerClass, Education.Bachelor)] } },

        // A step the nation does not know.
        { Channel.Standard, Regions.Standard() with { Steps = [new(TitleLevel.DeputySenior, Education.Secondary, TitleLevel.Intermediate, 20)] } },
    };

    private static RuleSet Version(params (string Key, int Value)[] values) => new(
        RuleSetId.New(), "zhejiang", 2022, Channel.Standard, 1,
        RuleSetContent.Plain with { Values = values.ToDictionary(v => v.Key, v => v.Value) });

    private static ThresholdRule Asks(Metric metric, int value) => new(metric, Comparison.AtLeast, value);
}
