using TitleWorkflow.Domain.Committees;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.Pilots;

namespace TitleWorkflow.Domain.Tests.Pilots;

public sealed class PilotApplicationTests
{
    [Fact]
    public void A_town_is_no_pilot() => Refused.With(
        PilotRules.LeadingUnit, () => PilotDraft.Drafted(unit: new Organisation(OrganisationId.New(), OrganisationKind.Town, "鹭汀镇", null)));

    [Fact]
    public void An_enterprise_whose_honour_is_over_is_no_pilot() =>
        Refused.With(PilotRules.LeadingUnit, () => PilotDraft.Drafted(today: "2024-01-01"));

    [Fact]
    public void An_association_reviews_its_trade_and_an_enterprise_its_staff()
    {
        var association = new Organisation(OrganisationId.New(), OrganisationKind.OrganisingUnit, "汽配协会", null);

        Assert.Equal(Channel.SocialReview, PilotDraft.Drafted(unit: association).Channel);
        Assert.Equal(Channel.EnterpriseAutonomous, PilotDraft.Drafted().Channel);
    }

    [Fact]
    public void Three_years_where_the_nation_asks_four_cannot_be_handed_in()
    {
        var application = PilotDraft.Drafted(PilotDraft.Scope(standard: PilotDraft.Bachelor(3)));

        Refused.With(PilotRules.StandardFloor, () => application.Submit(false, PilotDraft.Writer, Qingtan.Time("2022-06-07")));
        application.Revise(PilotDraft.Scope());
        application.Submit(false, PilotDraft.Writer, Qingtan.Time("2022-06-07"));
        Assert.Equal(PilotStatus.Submitted, application.Status);
    }

    [Fact]
    public void A_committee_of_six_is_even_one_of_five_too_small_and_one_of_seven_right()
    {
        Refused.With([CommitteeRules.Odd, CommitteeRules.LargeEnough], () => PilotDraft.Submitted(PilotDraft.Scope(size: 6)));
        Refused.With(CommitteeRules.LargeEnough, () => PilotDraft.Submitted(PilotDraft.Scope(size: 5)));
        Assert.Equal(PilotStatus.Submitted, PilotDraft.Submitted(PilotDraft.Scope(size: 7)).Status);
    }

    [Fact]
    public void Senior_titles_are_not_for_a_pilot() => Refused.With(
        [PilotRules.StandardInScope, PilotRules.UpToIntermediate],
        () => PilotDraft.Submitted(PilotDraft.Scope(TitleLevel.DeputySenior, 11)));

    [Fact]
    public void The_standard_has_no_line_twice() => Refused.With(
        PilotRules.StandardInScope,
        () => PilotDraft.Submitted(PilotDraft.Scope(standard: [PilotDraft.Bachelor(4), PilotDraft.Bachelor(5)])));

    [Fact]
    public void Outstanding_results_are_authorised_with_the_citys_approval_only() => Refused.With(
        PilotRules.OutstandingByCity,
        () => PilotDraft.Submitted().Evaluate(PilotDraft.Authorization(), approvesOutstanding: false, null, PilotDraft.FirstOfficer, Qingtan.Time("2022-06-14")));

    [Theory]
    [InlineData("2025-06-30", true)]
    [InlineData("2025-07-01", false)]
    public void An_authorisation_runs_three_years_at_most(string to, bool lawful)
    {
        var application = PilotDraft.Submitted();
        void Evaluate() => application.Evaluate(PilotDraft.Authorization(to: to), true, null, PilotDraft.FirstOfficer, Qingtan.Time("2022-06-14"));

        if (lawful)
        {
            Evaluate();
            Assert.Equal(PilotStatus.Evaluated, application.Status);
        }
        else
        {
            Refused.With(CommitteeRules.Authorized, Evaluate);
        }
    }

    [Fact]
    public void Who_evaluated_does_not_authorise() => Refused.With(
        PilotRules.SecondOfficer,
        () => PilotDraft.Evaluated().Authorise(OrganisationId.New(), PilotDraft.FirstOfficer, Qingtan.Time("2022-06-20")));

    [Fact]
    public void Nothing_is_decided_out_of_turn()
    {
        Refused.With(PilotRules.InTurn, () => PilotDraft.Drafted().SendBack(false, "材料不全", PilotDraft.FirstOfficer, Qingtan.Time("2022-06-14")));
        Refused.With(PilotRules.InTurn, () => PilotDraft.Submitted().Authorise(OrganisationId.New(), PilotDraft.SecondOfficer, Qingtan.Time("2022-06-20")));
        Refused.With(PilotRules.OpenForChange, () => PilotDraft.Submitted().Revise(PilotDraft.Scope()));
    }

    [Fact]
    public void It_is_sent_back_with_a_reason_and_may_be_handed_in_again()
    {
        var application = PilotDraft.Evaluated();

        Refused.With(PilotRules.ReturnNeedsReason, () => application.SendBack(false, " ", PilotDraft.FirstOfficer, Qingtan.Time("2022-06-15")));
        application.SendBack(false, "专家来源需补充说明", PilotDraft.FirstOfficer, Qingtan.Time("2022-06-15"));
        Assert.Equal(PilotStatus.Returned, application.Status);
        Assert.Null(application.Authorization);
        application.Submit(false, PilotDraft.Writer, Qingtan.Time("2022-06-10"));
        Assert.Null(application.ReturnReason);
    }

    [Theory]
    [InlineData("2022-06-30", false)]
    [InlineData("2022-07-01", true)]
    [InlineData("2025-06-30", true)]
    [InlineData("2025-07-01", false)]
    public void A_pilot_is_live_on_the_days_of_its_authorisation(string day, bool live) =>
        Assert.Equal(live, PilotDraft.Authorised().IsLiveOn(Qingtan.Day(day)));

    [Fact]
    public void A_renewal_keeps_committee_and_specialty_and_follows_on_the_authorisation_before_it()
    {
        var authorised = PilotDraft.Authorised();
        var renewal = authorised.Renew("ZP-2025-0001", PilotDraft.Writer, Qingtan.Time("2025-06-02"));

        Assert.Equal(authorised.Committee, renewal.Committee);
        Refused.With(PilotRules.RenewsAuthorised, () => renewal.Revise(PilotDraft.Scope() with { Specialty = "电气" }));
        renewal.Submit(false, PilotDraft.Writer, Qingtan.Time("2025-06-03"));
        Refused.With(
            PilotRules.RenewalFollows,
            () => renewal.Evaluate(PilotDraft.Authorization(), true, authorised.Authorization, PilotDraft.FirstOfficer, Qingtan.Time("2025-06-09")));
    }

    [Fact]
    public void Only_what_was_authorised_is_renewed() => Refused.With(
        PilotRules.RenewsAuthorised, () => PilotDraft.Submitted().Renew("ZP-2022-0002", PilotDraft.Writer, Qingtan.Time("2022-06-08")));
}
