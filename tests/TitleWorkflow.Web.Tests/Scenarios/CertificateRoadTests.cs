using System.Text.Json.Nodes;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Nominations;
using TitleWorkflow.Web.Tests.Hosting;
using TitleWorkflow.Web.Tests.Roads;

namespace TitleWorkflow.Web.Tests.Scenarios;

[Trait("Scenario", "S1")]
public abstract class CertificateRoadTests(CertificateServer server)
{
    [SkippableFact]
    public void The_quota_is_free_then_reserved_by_the_signature_then_consumed_by_acceptance() =>
        Assert.Equal(["0/1 0/0 0+0", "1/1 0/0 1+0", "1/1 0/0 0+1"], server.Quotas);

    [SkippableFact]
    public void The_applicant_waits_for_the_signature_and_then_fills_in() =>
        Assert.Equal(["NominationPending", "Draft"], server.StatusAroundTheSignature);

    [SkippableFact]
    public void What_was_signed_cannot_be_changed_in_letter_or_dossier()
    {
        server.EditOfTheNomination.Refused(DeclarationRules.GivenSectionStays);
        server.SecondSignature.Refused(NominationRules.SignedOnce);
        Assert.Contains("被举荐人：方知遥", server.Letter.Text("letter"), StringComparison.Ordinal);
        Assert.Contains("署名日期：2022-10-11", server.Letter.Text("letter"), StringComparison.Ordinal);
    }

    [SkippableFact]
    public void Title_degree_and_hours_are_waived_by_the_measures_and_the_rest_is_still_asked()
    {
        var waived = server.Checks.Where(c => c.Text("outcome") == "Waived").ToList();

        Assert.Equal(["现职称、逐级年限", "学历、资历", "工作年限、继续教育学时"], waived.Select(c => c.Items("values")[0].ToString()));
        Assert.All(waived, c => Assert.Equal("L1", c.Part("rule").Part("source").Text("document")));
        Assert.Superset(
            new HashSet<string> { "met", "to-verify", "commitment", "employer-publicity" },
            server.Checks.Where(c => c.Text("outcome") != "Waived").Select(c => c.Text("code")).ToHashSet());
    }

    [SkippableFact]
    public void Publicity_at_the_employer_counts_13_to_19_October() =>
        Assert.Equal("10-13 10-14 10-17 10-18 10-19", Days(server.EmployerWindow));

    [SkippableFact]
    public void The_employer_recommends_from_midnight_on_20_October_and_not_before()
    {
        Assert.False(server.RecommendationOpenTooEarly);
        Assert.True(server.RecommendationOpen);
    }

    [SkippableFact]
    public void The_supplement_is_due_on_31_October()
    {
        Assert.Equal(new DateOnly(2022, 10, 31), server.Supplement.Date("dueOn"));
        Assert.Equal("10-25 10-26 10-27 10-28 10-31", Counted(server.Supplement.Part("ruler")));
        Assert.Equal(3, server.Supplement.Items("items").Count);
    }

    [SkippableFact]
    public void Nine_of_eleven_pass_where_eight_are_needed()
    {
        var box = server.Room.Part("case");

        Assert.Equal(9, server.Room.Number("quorum"));
        Assert.Equal((11, 8), (box.Number("voters"), box.Number("yesNeeded")));
        Assert.Equal("Passed", server.Decided.Text("result"));
        Assert.Equal(
            (9, 1, 1, 11),
            (server.Decided.Part("tally").Number("yes"), server.Decided.Part("tally").Number("no"),
                server.Decided.Part("tally").Number("abstain"), server.Decided.Part("tally").Number("present")));
    }

    [SkippableFact]
    public void Until_the_result_is_posted_the_applicant_reads_only_that_it_is_under_review()
    {
        Assert.All(server.SeenDuringAssessment, seen => Assert.Equal("UnderReview", seen.Text("status")));
        Assert.All(server.SeenDuringAssessment, seen => Assert.Equal("Assessment", seen.Text("stage")));
        Assert.All(
            server.SeenDuringAssessment,
            seen => Assert.DoesNotContain(seen.Items("history"), line => line.Text("act") is not "Accepted" && line.Text("stage") == "Assessment"));
    }

    [SkippableFact]
    public void The_applicant_never_reads_a_vote_a_score_or_the_name_of_an_expert()
    {
        var experts = DemoPeople.All.Where(p => Meeting.Members.Contains(p.UserName)).Select(p => p.Name);

        Assert.All(experts, name => Assert.DoesNotContain(name, server.Told, StringComparison.Ordinal));
        Assert.DoesNotMatch("(?i)\"(tally|scores?|yes|abstain|meanScore|votes?)\"", server.Told);
        Assert.DoesNotMatch("GroupAssigned|GroupReviewed|\"Voted\"|ResultSigned", server.Told);
    }

    [SkippableFact]
    public void Publicity_of_the_result_counts_9_to_15_December() =>
        Assert.Equal("12-09 12-12 12-13 12-14 12-15", Days(server.ResultWindow));

    [SkippableFact]
    public void The_city_confirms_from_midnight_on_16_December_and_not_before()
    {
        Assert.False(server.ConfirmationOpenTooEarly);
        Assert.True(server.ConfirmationOpen);
    }

    [SkippableFact]
    public void The_applicant_sees_five_stages_with_their_dates()
    {
        var stages = server.SeenAtTheEnd.Items("stages");

        Assert.Equal(["Declaration", "Review", "Assessment", "Publicity", "Filing"], stages.Select(s => s.Text("stage")));
        Assert.All(stages, s => Assert.Equal("Done", s.Text("progress")));
        Assert.Equal(
            ["10-10", "10-12", "10-31", "12-08", "12-16"],
            stages.Select(s => $"{DateTimeOffset.Parse(s.Text("enteredAt")).LegalDate():MM-dd}"));
    }

    [SkippableFact]
    public void The_title_is_obtained_on_the_day_of_the_ballot_and_certified_on_that_of_the_confirmation()
    {
        Assert.Equal("高级工程师", server.Certificate.Text("title"));
        Assert.Equal(new DateOnly(2022, 12, 6), server.Certificate.Date("obtainedOn"));
        Assert.Equal(new DateOnly(2022, 12, 16), server.Certificate.Date("issuedOn"));
    }

    [SkippableFact]
    public void Every_step_stands_in_the_history_under_its_day()
    {
        var history = server.History.Select(h => $"{DateTimeOffset.Parse(h.Text("at")).LegalDate():MM-dd} {h.Text("act")}").Reverse();

        Assert.Equal(
            """
            10-10 Started
            10-12 Submitted
            10-12 Passed
            10-12 EmployerPublicityPosted
            10-20 EmployerPublicityEnded
            10-20 Recommended
            10-20 Passed
            10-21 Passed
            10-24 Passed
            10-24 SupplementIssued
            10-28 SupplementAnswered
            10-31 Accepted
            10-31 GroupAssigned
            10-31 GroupReviewed
            12-06 Voted
            12-06 ResultSigned
            12-08 StepCompleted
            12-08 ResultPosted
            12-16 ResultPublicityEnded
            12-16 Confirmed
            12-16 CertificateIssued
            """,
            string.Join('\n', history));
    }

    private static string Counted(JsonNode ruler) =>
        string.Join(' ', ruler.Items("days").Where(d => d.Text("mark") != "Off").Select(d => d.Text("date")[5..]));

    private static string Days(JsonNode window) => string.Join(' ', window.Items("days").Select(d => d.ToString()[5..]));
}

public sealed class CertificateRoadOnSqliteTests(CertificateServer server) : CertificateRoadTests(server), IClassFixture<CertificateServer>;

public sealed class CertificateRoadOnPostgresTests : CertificateRoadTests, IClassFixture<PostgresCertificateServer>
{
    public CertificateRoadOnPostgresTests(PostgresCertificateServer server)
        : base(server) => TestDatabase.RequirePostgres();
}
