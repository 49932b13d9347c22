using TitleWorkflow.Domain.Committees;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Pilots;
using TitleWorkflow.Domain.Plans;
using TitleWorkflow.Web.Tests.Hosting;

namespace TitleWorkflow.Web.Tests.Scenarios;

[Trait("Scenario", "S14")]
public abstract class PilotTests(PilotServer server)
{
    [SkippableFact]
    public void Three_years_for_a_bachelor_are_flagged_below_the_national_four()
    {
        var flag = server.ThreeYears.Items("flags").Single();

        Assert.Equal((0, true, 4), (flag.Number("line"), flag.Flag("forbids"), flag.Number("nationalYears")));
        Assert.Equal(PilotRules.StandardFloor.Code, flag.Part("rule").Text("code"));
        Assert.Contains("工程技术人才职称制度改革", flag.Text("source"), StringComparison.Ordinal);
        server.ThreeYearsSubmitted.Refused(PilotRules.StandardFloor);
    }

    [SkippableFact]
    public void The_path_of_outstanding_results_is_flagged_and_needs_the_citys_approval()
    {
        var flag = server.FourYears.Items("flags").Single();

        Assert.Equal((1, false), (flag.Number("line"), flag.Flag("forbids")));
        Assert.Equal(PilotRules.OutstandingByCity.Code, flag.Part("rule").Text("code"));
        server.WithoutApproval.Refused(PilotRules.OutstandingByCity);
    }

    [SkippableFact]
    public void It_is_authorised_for_three_years_and_no_day_longer_by_a_second_officer()
    {
        var pilot = server.Authorised.Part("pilot");

        server.TooLong.Refused(CommitteeRules.Authorized);
        server.AuthorisedByTheFirst.Refused(PilotRules.SecondOfficer);
        Assert.Equal("Authorised", pilot.Text("status"));
        Assert.Equal(new DateOnly(2022, 7, 1), pilot.Part("authorization").Date("from"));
        Assert.Equal(new DateOnly(2025, 6, 30), pilot.Part("authorization").Date("to"));
        Assert.Equal(("章既白", "苏晚晴"), (pilot.Text("evaluatedBy"), pilot.Text("authorisedBy")));
    }

    [SkippableFact]
    public void Six_or_five_make_no_committee()
    {
        server.Six.Refused(CommitteeRules.Odd);
        server.Six.Refused(CommitteeRules.LargeEnough);
        server.Five.Refused(CommitteeRules.LargeEnough);
    }

    [SkippableFact]
    public void A_plan_that_runs_past_the_authorisation_is_refused() =>
        server.PlanIntoJuly.Refused(PlanRules.WithinAuthorization);

    [SkippableFact]
    public void Somebody_from_another_company_finds_no_plan_and_cannot_apply()
    {
        Assert.Empty(server.PlansSeenOutside);
        server.AppliedFromOutside.Refused(DeclarationRules.OwnStaff);
    }

    [SkippableFact]
    public void Of_24_with_six_present_18_pass_with_four_votes()
    {
        var box = server.Room.Part("case");

        Assert.Equal(5, server.Room.Number("quorum"));
        Assert.Equal((6, 4), (box.Number("voters"), box.Number("yesNeeded")));
        Assert.Equal(new Dictionary<string, int> { ["Passed"] = 18, ["NotPassed"] = 6 }, server.Results);
    }

    [SkippableFact]
    public void A_meeting_after_the_last_day_is_refused_until_the_pilot_is_renewed()
    {
        server.MeetingInJuly.Refused(CommitteeRules.Authorized);
        server.MeetingAfterRenewal.Done();
    }

    [SkippableFact]
    public void What_was_voted_before_the_last_day_is_filed_after_it_and_the_city_issues_18_certificates()
    {
        Assert.Equal(18, server.Certificates.Count);
        Assert.All(
            server.Certificates,
            c => Assert.Equal(("青檀市人力资源和社会保障局", new DateOnly(2025, 7, 7)), c));
        Assert.Contains(server.LastCase, line => line.Text("act") == "ResultFiled");
        Assert.DoesNotContain(server.LastCase, line => line.Text("act") == "Confirmed");
    }

    [SkippableFact]
    public void Three_pilots_make_204_and_none_of_them_counts_as_government_review()
    {
        Assert.Equal([58, 64, 82], server.CertificatesOfPilots.Order());
        Assert.Equal((0, 204, 0), (Certificates("Government"), Certificates("Enterprise"), Certificates("Association")));
    }

    private int Certificates(string power) => server.Figures.Items("totals")
        .Single(t => t.Text("power") == power).Part("figures").Number("certificates");
}

public sealed class PilotOnSqliteTests(PilotServer server) : PilotTests(server), IClassFixture<PilotServer>;

public sealed class PilotOnPostgresTests : PilotTests, IClassFixture<PostgresPilotServer>
{
    public PilotOnPostgresTests(PostgresPilotServer server)
        : base(server) => TestDatabase.RequirePostgres();
}
