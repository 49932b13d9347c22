using TitleWorkflow.Domain.Committees;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.Plans;
using TitleWorkflow.Domain.RuleSets;

namespace TitleWorkflow.Domain.Tests.Plans;

public sealed class PlanProposalTests
{
    private static readonly PersonId Office = PersonId.New();
    private static readonly PersonId City = PersonId.New();
    private static readonly DateTimeOffset Now = Qingtan.Time("2025-04-01");

    private readonly ReviewCommittee committee = A.Committee(TitleLevel.Intermediate, "2022-07-01", "2025-06-30");

    [Theory]
    [InlineData("2025-05-06", "2025-05-30", "2025-06-01", true)]
    [InlineData("2025-05-06", "2025-06-30", "2025-06-01", true)]
    [InlineData("2025-05-06", "2025-07-01", "2025-06-01", false)]
    [InlineData("2025-05-06", "2025-05-30", "2025-07-01", false)]
    [InlineData("2022-06-30", "2022-07-30", "2022-08-01", false)]
    public void A_plan_lies_within_the_authorisation(string opens, string closes, string month, bool within)
    {
        void Propose() => Proposed(Terms(opens, closes, month));

        if (within)
        {
            Propose();
        }
        else
        {
            Refused.With(PlanRules.WithinAuthorization, Propose);
        }
    }

    [Fact]
    public void A_renewed_authorisation_carries_a_plan_over_the_day_it_begins()
    {
        committee.Renew(new("青人社职〔2025〕9 号", Qingtan.Day("2025-07-01"), Qingtan.Day("2028-06-30")));

        Assert.Equal(PlanStatus.Proposed, Proposed(Terms("2025-06-02", "2025-07-31", "2025-09-01")).Status);
    }

    [Fact]
    public void A_committee_whose_authorisation_was_withdrawn_has_no_plan_approved()
    {
        var proposal = Proposed();

        committee.Withdraw(Qingtan.Day("2025-04-02"));

        Refused.With(CommitteeRules.NotWithdrawn, () => Proposed());
        Refused.With(CommitteeRules.NotWithdrawn, () => proposal.Approve(committee, City, Qingtan.Day("2025-04-03"), Now));
    }

    [Fact]
    public void A_committee_plans_no_higher_than_it_may_review() => Refused.With(
        PlanRules.WithinLevel,
        () => PlanProposal.Propose(committee, Ordinary, 2025, TitleLevel.DeputySenior, Channel.Standard, Terms(), Office, Now));

    [Theory]
    [InlineData(Channel.Standard, Channel.Standard, TitleLevel.Intermediate, true)]
    [InlineData(Channel.EnterpriseAutonomous, Channel.Standard, TitleLevel.Intermediate, true)]
    [InlineData(Channel.Entrusted, Channel.Standard, TitleLevel.Intermediate, true)]
    [InlineData(Channel.SkillCrossover, Channel.SkillCrossover, TitleLevel.Intermediate, true)]
    [InlineData(Channel.SkillCrossover, Channel.Standard, TitleLevel.Intermediate, false)]
    [InlineData(Channel.Standard, Channel.SkillCrossover, TitleLevel.Intermediate, false)]
    [InlineData(Channel.Standard, Channel.Standard, TitleLevel.Assistant, false)]
    public void A_plan_rests_on_rules_of_its_channel_that_lead_to_its_title(
        Channel channel, Channel ofRules, TitleLevel level, bool fits)
    {
        void Propose() => PlanProposal.Propose(committee, Rules(ofRules), 2025, level, channel, Terms(), Office, Now);

        if (fits)
        {
            Propose();
        }
        else
        {
            Refused.With(PlanRules.RulesOfChannel, Propose);
        }
    }

    [Theory]
    [InlineData(null, null, Channel.Standard)]
    [InlineData(null, Channel.SocialReview, Channel.SocialReview)]
    [InlineData(Channel.DirectExpress, null, Channel.DirectExpress)]
    public void A_committee_reviews_by_what_it_is_there_for(Channel? named, Channel? ownPower, Channel channel) =>
        Assert.Equal(channel, PlanProposal.ChannelFor(named, ownPower));

    [Theory]
    [InlineData(Channel.EnterpriseAutonomous, null)]
    [InlineData(Channel.SocialReview, Channel.EnterpriseAutonomous)]
    [InlineData(Channel.Standard, Channel.EnterpriseAutonomous)]
    public void Own_power_is_what_was_authorised_and_no_more(Channel named, Channel? ownPower) =>
        Refused.With(PlanRules.ByItsPower, () => PlanProposal.ChannelFor(named, ownPower));

    [Theory]
    [InlineData("2025-05-30", "2025-05-06", "2025-06-01")]
    [InlineData("2025-05-06", "2025-05-30", "2025-04-01")]
    public void A_window_opens_before_it_closes_and_before_the_meeting(string opens, string closes, string month) =>
        Assert.Contains(
            PlanRules.Window, Assert.Throws<RuleBrokenException>(() => Proposed(Terms(opens, closes, month))).Rules);

    [Fact]
    public void Who_proposes_does_not_approve() =>
        Refused.With(PlanRules.SecondOfficer, () => Proposed().Approve(committee, Office, Qingtan.Day("2025-04-02"), Now));

    [Fact]
    public void What_was_decided_does_not_wait_any_more()
    {
        var proposal = Proposed();
        proposal.SendBack("缴费标准未说明", City, Now);

        Refused.With(PlanRules.Proposed, () => proposal.Approve(committee, City, Qingtan.Day("2025-04-02"), Now));
        Refused.With(PlanRules.Proposed, () => proposal.SendBack("再退", City, Now));
    }

    [Fact]
    public void A_plan_is_sent_back_with_a_reason() =>
        Refused.With(PlanRules.ReturnNeedsReason, () => Proposed().SendBack("", City, Now));

    [Fact]
    public void An_approved_plan_is_changed_until_its_window_opens_and_approved_anew()
    {
        var proposal = Proposed();
        proposal.Approve(committee, City, Qingtan.Day("2025-04-02"), Now);

        proposal.Revise(committee, Ordinary, Terms(closes: "2025-06-06"), Office, Qingtan.Day("2025-05-05"), Now);
        Assert.Equal(PlanStatus.Proposed, proposal.Status);
        Assert.Equal(Qingtan.Day("2025-05-30"), proposal.InForce!.ClosesOn);
        Refused.With(
            PlanRules.BeforeItOpens, () => proposal.Revise(committee, Ordinary, Terms(), Office, Qingtan.Day("2025-05-06"), Now));
        Refused.With(
            PlanRules.BeforeItOpens, () => proposal.Approve(committee, City, Qingtan.Day("2025-05-06"), Now));
    }

    private static RuleSet Ordinary => Rules(Channel.Standard);

    private static RuleSet Rules(Channel channel) => new(
        RuleSetId.New(), "qingtan", 2025, channel, 1,
        RuleSetContent.Plain with
        {
            Targets =
            [
                new TargetTitle(TitleSeries.Engineering, TitleLevel.Intermediate), new TargetTitle(TitleSeries.Engineering, TitleLevel.DeputySenior),
            ],
        });

    private PlanProposal Proposed(PlanTerms? terms = null) => PlanProposal.Propose(
        committee, Ordinary, 2025, TitleLevel.Intermediate, Channel.EnterpriseAutonomous, terms ?? Terms(), Office, Now);

    private static PlanTerms Terms(string opens = "2025-05-06", string closes = "2025-05-30", string month = "2025-06-01") => new(
        "2025 年度自主评审", "Own review 2025", Qingtan.Day(opens), Qingtan.Day(closes), Qingtan.Day(month), RuleSetId.New(), null, 0, "");
}
