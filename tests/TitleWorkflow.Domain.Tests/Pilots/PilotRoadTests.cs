using TitleWorkflow.Domain.Committees;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.Pilots;

namespace TitleWorkflow.Domain.Tests.Pilots;

public sealed class PilotRoadTests
{
    private static readonly PersonId District = PersonId.New();

    [Fact]
    public void The_city_evaluates_what_the_district_has_passed_on()
    {
        var application = PilotDraft.Submitted(hasDistrict: true);

        Refused.With(
            PilotRules.InTurn,
            () => application.Evaluate(PilotDraft.Authorization(), true, null, PilotDraft.FirstOfficer, Qingtan.Time("2022-06-08")));
        application.PassOn(District, Qingtan.Time("2022-06-09"));
        Assert.Equal(PilotStatus.Submitted, application.Status);
        Refused.With(PilotRules.InTurn, () => application.PassOn(District, Qingtan.Time("2022-06-09")));
    }

    [Fact]
    public void District_and_city_send_back_what_lies_with_them_and_nothing_else()
    {
        var atDistrict = PilotDraft.Submitted(hasDistrict: true);

        Refused.With(
            PilotRules.InTurn, () => atDistrict.SendBack(false, "材料不全", PilotDraft.FirstOfficer, Qingtan.Time("2022-06-08")));
        Refused.With(
            PilotRules.InTurn, () => PilotDraft.Submitted().SendBack(true, "材料不全", District, Qingtan.Time("2022-06-08")));
        atDistrict.SendBack(true, "技术人员数与社保不符", District, Qingtan.Time("2022-06-08"));
        Assert.Equal((PilotStatus.Returned, "技术人员数与社保不符"), (atDistrict.Status, atDistrict.ReturnReason));
    }

    [Fact]
    public void An_authorisation_is_withdrawn_once_and_with_a_reason()
    {
        var pilot = PilotDraft.Authorised();

        Refused.With(
            PilotRules.WithdrawalNeedsReason, () => pilot.Withdraw(" ", PilotDraft.FirstOfficer, Qingtan.Time("2023-03-01")));
        pilot.Withdraw("未按单位标准评审", PilotDraft.FirstOfficer, Qingtan.Time("2023-03-01"));
        Assert.False(pilot.IsLiveOn(Qingtan.Day("2023-03-01")));
        Refused.With(PilotRules.InTurn, () => pilot.Withdraw("重复", PilotDraft.FirstOfficer, Qingtan.Time("2023-03-02")));
        Assert.Equal(PilotStatus.Draft, pilot.Renew("ZP-2023-0001", PilotDraft.Writer, Qingtan.Time("2023-09-01")).Status);
    }

    [Fact]
    public void A_withdrawn_committee_takes_on_nothing_until_it_is_authorised_anew()
    {
        var committee = new ReviewCommittee(
            OrganisationId.New(), OrganisationId.New(), PilotDraft.Scope().Series, "轴承制造", PilotDraft.Scope().Level,
            PilotDraft.Authorization());

        committee.Withdraw(Qingtan.Day("2023-03-01"));
        Assert.False(committee.TakesOnAt(Qingtan.Day("2023-03-01")));
        Assert.True(committee.IsAuthorizedOn(Qingtan.Day("2023-03-01")));
        committee.Renew(PilotDraft.Authorization("2023-10-01", "2026-09-30"));
        Assert.True(committee.TakesOnAt(Qingtan.Day("2023-10-01")));
    }

    [Theory]
    [InlineData("2022-12-31", new int[0])]
    [InlineData("2023-01-01", new[] { 2022 })]
    [InlineData("2026-05-01", new[] { 2022, 2023, 2024, 2025 })]
    public void A_report_is_owed_on_every_past_year_with_a_day_of_authorisation(string today, int[] years) =>
        Assert.Equal(years, PilotDraft.Authorised().ReportYears(Qingtan.Day(today)));

    [Fact]
    public void No_report_is_owed_on_the_years_after_a_withdrawal()
    {
        var pilot = PilotDraft.Authorised();

        pilot.Withdraw("未按单位标准评审", PilotDraft.FirstOfficer, Qingtan.Time("2023-03-01"));

        Assert.Equal([2022, 2023], pilot.ReportYears(Qingtan.Day("2026-05-01")));
        Assert.Empty(PilotDraft.Submitted().ReportYears(Qingtan.Day("2026-05-01")));
    }

    [Fact]
    public void A_report_is_about_a_past_year_of_the_pilot_and_says_something()
    {
        var pilot = PilotDraft.Authorised();

        Refused.With(PilotRules.ReportOfPastYear, () => Report(pilot, 2023, "进展顺利"));
        Refused.With(PilotRules.ReportOfPastYear, () => Report(pilot, 2021, "进展顺利"));
        Refused.With(PilotRules.ReportInWords, () => Report(pilot, 2022, " "));
        Assert.Equal("进展顺利", Report(pilot, 2022, "进展顺利").Words);
    }

    [Fact]
    public void The_history_says_who_did_what_when()
    {
        var pilot = PilotDraft.Authorised();

        Report(pilot, 2022, "进展顺利");

        Assert.Equal(
            [PilotAct.Drafted, PilotAct.Submitted, PilotAct.Evaluated, PilotAct.Authorised, PilotAct.Reported],
            pilot.History.Select(h => h.Act));
        Assert.Equal((PilotDraft.Writer, "2022"), (pilot.History[^1].By, pilot.History[^1].Note));
    }

    private static PilotReport Report(PilotApplication pilot, int year, string words) =>
        PilotReport.HandIn(pilot, year, new PilotYear(12, 9, 1, 0), words, PilotDraft.Writer, Qingtan.Time("2023-06-01"));
}
