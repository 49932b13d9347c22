using System.Text.Json.Nodes;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Persistence;
using TitleWorkflow.Web.Tests.Hosting;
using TitleWorkflow.Web.Tests.Roads;

namespace TitleWorkflow.Web.Tests.Scenarios;

/// <summary>A nomination written on 10 October leads to a certificate on 16 December 2022.</summary>
public class CertificateServer : Server
{
    private readonly List<string> toldToTheApplicant = [];

    /// <summary>The enterprise's quota as written, as signed, and as accepted.</summary>
    internal List<string> Quotas { get; } = [];

    internal List<string> StatusAroundTheSignature { get; } = [];

    internal Answer EditOfTheNomination { get; private set; } = null!;

    internal Answer SecondSignature { get; private set; } = null!;

    internal IReadOnlyList<JsonNode> Checks { get; private set; } = [];

    internal JsonNode Letter { get; private set; } = null!;

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

        var road = await Nominate();
        await PassReview(road);
        Quotas.Add(await Enterprise.Yuanxiu(this).Quota());
        await PassAssessment(road);
        await PostAndConfirm(road);
        SeenAtTheEnd = await Look(road);
        History = (await road.SeenBy("organiser")).Items("history");
        var applicant = await As("applicant");
        Certificate = (await applicant.Get("/certificates")).Done().Items("items").Single().Part("certificate");
    }

    private async Task<Road> Nominate()
    {
        var yuanxiu = Enterprise.Yuanxiu(this);
        var nomination = await yuanxiu.Writes("applicant");
        var road = await Road.Start(this, plan: DemoNomination.Plan.Value);
        Quotas.Add(await yuanxiu.Quota());
        StatusAroundTheSignature.Add(await road.StatusSeenBy("applicant"));
        await ClockAt(new DateOnly(2022, 10, 11));
        (await yuanxiu.Signs(nomination)).Done();
        SecondSignature = await yuanxiu.Signs(nomination, "researchlead");
        Quotas.Add(await yuanxiu.Quota());
        StatusAroundTheSignature.Add(await road.StatusSeenBy("applicant"));
        EditOfTheNomination = await (await As("applicant")).Put(
            $"/declarations/{road.Declaration}/sections/nomination", new { values = new { reasons = "另有成果" } });
        Letter = (await yuanxiu.Nomination(nomination)).Part("nomination");
        return road;
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
        Checks = (await (await As("organiser")).Get($"/declarations/{road.Declaration}/dossier")).Done().Items("checks");
        await ClockAt(new DateOnly(2022, 10, 28));
        foreach (var item in new[] { 1, 2, 3 })
        {
            (await road.Supplies(item)).Done();
        }

        (await road.HandsSupplementIn()).Done();
        await ClockAt(new DateOnly(2022, 10, 31));
        await road.GoesToMeeting();
    }

    private async Task PassAssessment(Road road)
    {
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
