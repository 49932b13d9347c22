using System.Text.Json.Nodes;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Persistence;
using TitleWorkflow.Web.Tests.Hosting;
using TitleWorkflow.Web.Tests.Roads;

namespace TitleWorkflow.Web.Tests.Scenarios;

/// <summary>One declaration goes from its submission on 12 October to its certificate on 16 December 2022.</summary>
public class CertificateServer : Server
{
    private readonly List<string> toldToTheApplicant = [];

    internal JsonNode EmployerWindow { get; private set; } = null!;

    internal bool RecommendationOpenTooEarly { get; private set; }

    internal bool RecommendationOpen { get; private set; }

    internal JsonNode Supplement { get; private set; } = null!;

    internal JsonNode Room { get; private set; } = null!;

    internal JsonNode Decided { get; private set; } = null!;

    internal IReadOnlyList<JsonNode> SeenDuringAssessment { get; private set; } = [];

    internal JsonNode ResultWindow { get; private set; } = null!;

    internal bool ConfirmationOpenTooEarly { get; private set; }

    internal bool ConfirmationOpen { get; private set; }

    internal JsonNode SeenAtTheEnd { get; private set; } = null!;

    internal IReadOnlyList<JsonNode> History { get; private set; } = [];

    internal JsonNode Certificate { get; private set; } = null!;

    internal string Told => string.Join('\n', toldToTheApplicant);

    protected override DateOnly Start => new(2022, 10, 10);

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        if (!Runs)
        {
            return;
        }

        var road = await Road.Start(this);
        await PassReview(road);
        await PassAssessment(road);
        await PostAndConfirm(road);
        SeenAtTheEnd = await Look(road);
        History = (await road.SeenBy("organiser")).Items("history");
        var applicant = await As("applicant");
        Certificate = (await applicant.Get("/certificates")).Done().Items("items").Single().Part("certificate");
    }

    private async Task PassReview(Road road)
    {
        await ClockAt(new DateOnly(2022, 10, 12));
        await road.FillAndSubmit();
        (await road.EmployerPasses()).Done();
        EmployerWindow = (await road.EmployerPublicity()).Part("window");
        await ClockAt(new DateOnly(2022, 10, 20).StartsAt().AddMinutes(-1));
        RecommendationOpenTooEarly = await road.TaskOf("hr", "recommendation") is not null;
        await ClockAt(new DateOnly(2022, 10, 20).StartsAt());
        RecommendationOpen = await road.TaskOf("hr", "recommendation") is not null;
        await ClockAt(new DateOnly(2022, 10, 20));
        (await road.EmployerRecommends()).Done();
        (await road.Passes("town")).Done();
        await ClockAt(new DateOnly(2022, 10, 21));
        (await road.Passes("district")).Done();
        await ClockAt(new DateOnly(2022, 10, 24));
        (await road.Passes("city")).Done();
        (await road.UnitAsksFor("专利转化证明缺失", "学历证书不清", "项目合同缺签章页")).Done();
        Supplement = await road.Supplement("applicant");
        await ClockAt(new DateOnly(2022, 10, 28));
        foreach (var item in new[] { 1, 2, 3 })
        {
            (await road.Supplies(item)).Done();
        }

        (await road.HandsSupplementIn()).Done();
        await ClockAt(new DateOnly(2022, 10, 31));
    }

    private async Task PassAssessment(Road road)
    {
        await road.GoesToMeeting();
        await ClockAt(new DateOnly(2022, 12, 6));
        var meeting = await Meeting.Opened(this, 11, road);
        (await meeting.OpenVoting(road)).Done();
        Room = await meeting.Room();
        await meeting.CastAll(road, yes: 9, no: 1, abstain: 1);
        (await meeting.CloseVoting(road)).Done();
        Decided = await meeting.Case(road);
        var afterTheVote = await Look(road);
        (await meeting.Close()).Done();
        (await meeting.Sign("director")).Done();
        var afterTheSignature = await Look(road);
        await ClockAt(new DateOnly(2022, 12, 7), hour: 23);
        SeenDuringAssessment = [afterTheVote, afterTheSignature, await Look(road)];
    }

    private async Task PostAndConfirm(Road road)
    {
        await ClockAt(new DateOnly(2022, 12, 8));
        (await road.UnitPostsResult()).Done();
        await Look(road);
        ResultWindow = (await Anybody.Get("/publicity")).Done().Items("items").Single().Part("window");
        await ClockAt(new DateOnly(2022, 12, 16).StartsAt().AddMinutes(-1));
        ConfirmationOpenTooEarly = await road.TaskOf("city", "confirmation") is not null;
        await ClockAt(new DateOnly(2022, 12, 16).StartsAt());
        ConfirmationOpen = await road.TaskOf("city", "confirmation") is not null;
        await ClockAt(new DateOnly(2022, 12, 16));
        (await road.CityConfirms()).Done();
    }

    // Everything the applicant can open, kept word for word.
    private async Task<JsonNode> Look(Road road)
    {
        var applicant = await As("applicant");
        string[] places =
        [
            $"/declarations/{road.Declaration}/dossier", "/declarations?mine=true", "/notices", "/work-items?view=Mine",
            "/work-items?view=Done",
        ];
        foreach (var place in places)
        {
            toldToTheApplicant.Add((await applicant.Get(place)).Text);
        }

        var seen = await road.SeenBy("applicant");
        toldToTheApplicant.Add(seen.ToJsonString());
        return seen;
    }
}

public sealed class PostgresCertificateServer : CertificateServer
{
    private protected override DatabaseProvider Provider => DatabaseProvider.Postgres;
}

[Trait("Scenario", "S1")]
public abstract class CertificateRoadTests(CertificateServer server)
{
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
            10-31 Passed
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
