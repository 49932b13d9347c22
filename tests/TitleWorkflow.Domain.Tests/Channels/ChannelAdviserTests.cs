using TitleWorkflow.Domain.Channels;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.RuleSets;
using TitleWorkflow.Domain.Tests.RuleSets;

namespace TitleWorkflow.Domain.Tests.Channels;

public sealed class ChannelAdviserTests
{
    private static readonly ApplicantFacts Worker = new(TitleSeries.Engineering, TitleLevel.Assistant);

    [Fact]
    public void Channels_are_told_in_the_order_of_advice()
    {
        var sets = new[] { Channel.Standard, Channel.SkillCrossover }
            .Select(c => Regions.Of(c, c == Channel.Standard ? Regions.Standard() : Regions.Crossover())).ToList();

        var advice = ChannelAdviser.Advise(Worker, sets, 2022);

        Assert.Equal([Channel.SkillCrossover, Channel.Standard], advice.Channels.Select(c => c.Channel));
        Assert.Equal(Qingtan.Day("2022-12-31"), advice.CutoffOn);
    }

    [Fact]
    public void A_set_without_conditions_advises_nobody() => Assert.Empty(
        ChannelAdviser.Advise(Worker, [Regions.Of(Channel.Standard, RuleSetContent.Plain)], 2022).Channels);

    // Degree and title held, years short: the line that fails says by how much and until when.
    [Fact]
    public void The_failed_line_has_the_value_seen_the_value_asked_and_the_day_it_would_hold()
    {
        var facts = new ApplicantFacts(TitleSeries.Engineering, TitleLevel.Intermediate)
        {
            Education = Education.Bachelor,
            Title = new HeldTitle(TitleSeries.Engineering, TitleLevel.Assistant, Qingtan.Day("2019-03-01")),
        };

        var channel = Advise(facts, Channel.Standard, Regions.Standard());

        var failed = Assert.Single(channel.Conditions, c => c.Finding == Finding.Failed);
        Assert.Equal("standard.steps-years", failed.Code);
        Assert.Equal(
            new Measure(Metric.YearsInTitle, Comparison.AtLeast, 48, 46, Finding.Failed, Qingtan.Day("2023-03-01")),
            Assert.Single(Assert.Single(failed.Ways).Measures));
        Assert.Equal((Verdict.NotYet, Qingtan.Day("2023-03-01"), 2023), (channel.Verdict, channel.Earliest!.Value, channel.PlanYear!.Value));
    }

    [Fact]
    public void An_appointed_skill_level_opens_no_title_by_itself_and_is_not_refused()
    {
        var facts = new ApplicantFacts(TitleSeries.Engineering, TitleLevel.FullSenior)
        {
            Skill = new HeldSkill(SkillLevel.ChiefTechnician, Qingtan.Day("2020-01-01")),
        };

        Assert.Equal(Verdict.ManualDecision, Advise(facts, Channel.SkillCrossover, Regions.Crossover()).Verdict);
    }

    // A technician class counts as a bachelor's degree, a senior-worker class as college.
    [Theory]
    [InlineData(Education.TechnicianClass, Finding.Met)]
    [InlineData(Education.SeniorWorkerClass, Finding.Failed)]
    public void A_technical_school_counts_as_its_equivalent(Education schooling, Finding finding)
    {
        var facts = new ApplicantFacts(TitleSeries.Engineering, TitleLevel.DeputySenior) { Education = schooling };

        Assert.Equal(finding, Advise(facts, Channel.Standard, Regions.Standard()).Conditions[0].Finding);
    }

    [Fact]
    public void What_is_not_known_is_to_be_confirmed_unless_it_is_checked_at_submission_anyway()
    {
        var held = Worker with { Skill = new HeldSkill(SkillLevel.SeniorWorker, Qingtan.Day("2020-12-31")) };

        Assert.Equal(Verdict.Eligible, Advise(held, Channel.SkillCrossover, Regions.Crossover()).Verdict);
        Assert.Equal(Verdict.ToConfirm, Advise(held with { Skill = held.Skill! with { Since = null } }, Channel.SkillCrossover, Regions.Crossover()).Verdict);
        Assert.Equal(Verdict.NotYet, Advise(Retired(held), Channel.SkillCrossover, Regions.Crossover()).Verdict);
    }

    [Fact]
    public void One_way_of_several_suffices_and_is_the_one_told()
    {
        var patents = new Way("发明专利", "Patents", [new(Metric.Patents, Comparison.AtLeast, 4)]);
        var projects = new Way("重大项目", "Projects", [new(Metric.NationalProjects, Comparison.AtLeast, 1)]);
        var hard = new Condition("hard", "硬条件", "Hard conditions", ConditionKind.Facts, new Source("L3"), [projects, patents]);
        var content = Regions.Standard() with { Conditions = [hard, Regions.InService] };
        var facts = new ApplicantFacts(TitleSeries.Engineering, TitleLevel.FullSenior)
        {
            Figures = new Dictionary<Metric, int> { [Metric.Patents] = 5 },
        };

        var met = Advise(facts, Channel.DirectExpress, content).Conditions[0];
        var open = Advise(facts with { Figures = new Dictionary<Metric, int> { [Metric.Patents] = 3 } }, Channel.DirectExpress, content).Conditions[0];

        Assert.Equal((Finding.Met, "发明专利"), (met.Finding, Assert.Single(met.Ways).Name));
        Assert.Equal((Finding.Unknown, 2), (open.Finding, open.Ways.Count));
    }

    [Fact]
    public void A_channel_that_leads_elsewhere_says_where_and_nothing_else()
    {
        var economist = new ApplicantFacts(TitleSeries.Economics, TitleLevel.DeputySenior);

        var line = Assert.Single(Advise(economist, Channel.Standard, Regions.Standard()).Conditions);

        Assert.Equal(("standard.target", Finding.Failed), (line.Code, line.Finding));
    }

    private static ApplicantFacts Retired(ApplicantFacts facts) =>
        facts with { Figures = new Dictionary<Metric, int> { [Metric.InService] = 0 } };

    private static ChannelAdvice Advise(ApplicantFacts facts, Channel channel, RuleSetContent content) =>
        Assert.Single(ChannelAdviser.Advise(facts, [Regions.Of(channel, content)], 2022).Channels);
}
