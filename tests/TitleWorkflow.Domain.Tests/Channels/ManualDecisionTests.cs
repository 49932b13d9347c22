using TitleWorkflow.Domain.Channels;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.RuleSets;
using TitleWorkflow.Domain.Tests.RuleSets;

namespace TitleWorkflow.Domain.Tests.Channels;

public sealed class ManualDecisionTests
{
    private static readonly DateTimeOffset Now = Qingtan.Time("2022-10-10 09:00");
    private static readonly PersonId Officer = PersonId.New();
    private static readonly RuleSet Crossover = Regions.Of(Channel.SkillCrossover, Regions.Crossover());

    private static readonly ApplicantFacts Chief = new(TitleSeries.Engineering, TitleLevel.FullSenior)
    {
        Skill = new HeldSkill(SkillLevel.ChiefTechnician, Qingtan.Day("2020-01-01")),
    };

    [Fact]
    public void What_was_asked_and_the_rule_set_that_maps_nothing_are_frozen()
    {
        var decision = Ask();

        Assert.Equal((Chief, Crossover.Id, 2022), (decision.Facts, decision.RuleSet, decision.Year));
        Assert.Null(decision.IsEligible);
    }

    [Fact]
    public void It_is_asked_where_the_rules_map_nothing_and_once()
    {
        var technician = Chief with { Level = TitleLevel.Intermediate, Skill = new HeldSkill(SkillLevel.Technician, null) };

        Refused.With(ManualDecisionRules.NothingMapped, () => Ask(technician));
        Refused.With(ManualDecisionRules.AskedOnce, () => Ask(earlier: Ask()));
        Ask(Chief with { Level = TitleLevel.DeputySenior }, Ask());
    }

    [Fact]
    public void It_gives_reason_and_basis_and_is_final()
    {
        var decision = Ask();

        Refused.With(ManualDecisionRules.Reasoned, () => decision.Decide(true, "业绩突出", " ", Officer, Now));
        Refused.With(ManualDecisionRules.Reasoned, () => decision.Decide(true, null, "会议纪要〔2022〕3 号", Officer, Now));
        decision.Decide(true, "业绩突出", "会议纪要〔2022〕3 号", Officer, Now);

        Assert.Equal((true, Officer, Now), (decision.IsEligible, decision.DecidedBy, decision.DecidedAt));
        Refused.With(ManualDecisionRules.StillOpen, () => decision.Decide(false, "改判", "会议纪要〔2022〕4 号", Officer, Now));
    }

    [Theory]
    [InlineData(true, Verdict.Eligible)]
    [InlineData(false, Verdict.NotYet)]
    [InlineData(null, Verdict.ManualDecision)]
    public void The_adviser_goes_by_it_in_that_plan_year_and_about_that_skill(bool? decided, Verdict verdict)
    {
        var decision = Ask();
        if (decided is { } eligible)
        {
            decision.Decide(eligible, "经评议", "会议纪要〔2022〕3 号", Officer, Now);
        }

        Assert.Equal(verdict, Advise(Chief, 2022, decision).Verdict);
        Assert.Equal(Verdict.ManualDecision, Advise(Chief, 2023, decision).Verdict);
        Assert.Equal(
            Verdict.ManualDecision,
            Advise(Chief with { Skill = new HeldSkill(SkillLevel.SpecialTechnician, null) }, 2022, decision).Verdict);
    }

    private static ManualDecision Ask(ApplicantFacts? facts = null, params ManualDecision[] earlier) => ManualDecision.Ask(
        "RD-2022-0001", PersonId.New(), OrganisationId.New(), 2022, Advise(facts ?? Chief, 2022), facts ?? Chief, earlier, Now);

    private static ChannelAdvice Advise(ApplicantFacts facts, int year, params ManualDecision[] decisions) =>
        Assert.Single(ChannelAdviser.Advise(facts, [Crossover], year, decisions).Channels);
}
