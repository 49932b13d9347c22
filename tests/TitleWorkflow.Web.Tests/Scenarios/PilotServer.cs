using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Committees;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;
using TitleWorkflow.Web.Tests.Hosting;
using TitleWorkflow.Web.Tests.Roads;

namespace TitleWorkflow.Web.Tests.Scenarios;

/// <summary>
/// Jinshi becomes a pilot in June 2022; in the last weeks of its authorisation its committee decides on 24, and what it
/// decided is posted and filed in July 2025.
/// </summary>
public class PilotServer : Server
{
    private const int Applicants = 24;

    private Pilot pilot = null!;

    internal JsonNode ThreeYears { get; private set; } = null!;

    internal Answer ThreeYearsSubmitted { get; private set; } = null!;

    internal JsonNode FourYears { get; private set; } = null!;

    internal Answer WithoutApproval { get; private set; } = null!;

    internal Answer TooLong { get; private set; } = null!;

    internal Answer AuthorisedByTheFirst { get; private set; } = null!;

    internal JsonNode Authorised { get; private set; } = null!;

    internal Answer Six { get; private set; } = null!;

    internal Answer Five { get; private set; } = null!;

    internal Answer PlanIntoJuly { get; private set; } = null!;

    internal Answer AppliedFromOutside { get; private set; } = null!;

    internal IReadOnlyList<JsonNode> PlansSeenOutside { get; private set; } = [];

    internal JsonNode Room { get; private set; } = null!;

    internal Dictionary<string, int> Results { get; private set; } = [];

    internal Answer MeetingInJuly { get; private set; } = null!;

    internal Answer MeetingAfterRenewal { get; private set; } = null!;

    internal IReadOnlyList<JsonNode> LastCase { get; private set; } = [];

    internal IReadOnlyList<(string Issuer, DateOnly IssuedOn)> Certificates { get; private set; } = [];

    internal JsonNode Figures { get; private set; } = null!;

    internal IReadOnlyList<int> CertificatesOfPilots { get; private set; } = [];

    protected override DateOnly Start => new(2022, 6, 6);

    protected override int MoreApplicants => Applicants;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        if (!Runs)
        {
            return;
        }

        await BeforeAnyPilot();
        pilot = new Pilot(this);
        await Apply();
        await Appoint();
        await ClockAt(new DateOnly(2025, 5, 6).StartsAt(hour: 9));
        var roads = await Declare();
        var passed = await Decide(roads);
        await FileAfterTheEnd(passed);
        await AddOtherPilots();
        Figures = (await (await As("city")).Get("/pilots/figures")).Done();
        CertificatesOfPilots = [.. (await (await As("city")).Get("/pilots")).Done().Items("items")
            .Where(p => p["figures"] is not null).Select(p => p.Part("figures").Number("certificates"))];
    }

    // The demonstration's own pilot goes; the further applicants work at Jinshi.
    private async Task BeforeAnyPilot()
    {
        var jinshi = DemoOrganisations.Id("jinshi");
        await Read(db => db.PilotApplications.ExecuteDeleteAsync());
        await Read(db => db.Plans.Where(p => p.Channel == Channel.EnterpriseAutonomous).ExecuteDeleteAsync());
        await Read(db => db.PlanProposals.ExecuteDeleteAsync());
        await Read(db => db.People.Where(p => p.Name.StartsWith("申报人"))
            .ExecuteUpdateAsync(s => s.SetProperty(p => p.Employer, jinshi)));
        var moved = await Read(db => db.People.Where(p => p.Employer == jinshi).Select(p => p.Id).ToListAsync());
        await Read(db => db.Grants.Where(g => moved.Contains(g.Person) && g.Role == Role.Applicant)
            .ExecuteUpdateAsync(s => s.SetProperty(g => g.Organisation, jinshi)));
    }

    private async Task Apply()
    {
        await pilot.Begins(Pilot.Scope(3));
        ThreeYears = await pilot.SeenBy("jinshi-hr");
        ThreeYearsSubmitted = await pilot.Submits();
        (await pilot.Revises(Pilot.Scope(4, outstanding: true))).Done();
        FourYears = await pilot.SeenBy("jinshi-hr");
        (await pilot.Submits()).Done();
        WithoutApproval = await pilot.Evaluated("city", "2022-07-01", "2025-06-30", approvesOutstanding: false);
        TooLong = await pilot.Evaluated("city", "2022-07-01", "2025-07-01");
        (await pilot.Evaluated("city", "2022-07-01", "2025-06-30")).Done();
        AuthorisedByTheFirst = await pilot.Authorised("city");
        (await pilot.Authorised("city2")).Done();
        Authorised = await pilot.SeenBy("jinshi-hr");
    }

    private async Task Appoint()
    {
        Six = await pilot.Appoints(6);
        Five = await pilot.Appoints(5);
        (await pilot.Appoints(7)).Done();
    }

    private async Task<IReadOnlyList<Road>> Declare()
    {
        PlanIntoJuly = await pilot.Proposes("2025-05-06", "2025-07-15", "2025-07-01");
        var proposal = (await pilot.Proposes("2025-05-06", "2025-05-30", "2025-06-01")).Done().Text("proposal");
        var plan = await pilot.Approved(proposal);
        var outside = await As("hengce-applicant");
        AppliedFromOutside = await outside.Post("/declarations", new { plan });
        PlansSeenOutside = [.. (await outside.Get("/plans")).Done().AsArray().Select(p => p!).Where(p => p.Text("plan") == $"{plan}")];
        return await Road.AwaitingPilotMeeting(this, plan, Enumerable.Range(1, Applicants).Select(i => $"applicant-{i:D4}"));
    }

    // Six of seven are there: five make a quorum, four agree or it is no pass. Eighteen get four, six get three.
    private async Task<IReadOnlyList<Road>> Decide(IReadOnlyList<Road> roads)
    {
        await ClockAt(new DateOnly(2025, 6, 26).StartsAt(hour: 9));
        var meeting = await Meeting.Call(this, pilot.Committee, "jinshi-office", roads);
        await meeting.SignIn(Pilot.Members.Take(6));
        (await meeting.Open()).Done();
        await meeting.DrawCodes();
        foreach (var road in roads.Take(18))
        {
            await meeting.Agree(road, yes: 4);
        }

        foreach (var road in roads.Skip(18))
        {
            (await meeting.OpenVoting(road)).Done();
            Room = await meeting.Room();
            await meeting.CastAll(road, yes: 3, no: 2, abstain: 1);
            (await meeting.CloseVoting(road)).Done();
        }

        (await meeting.Close()).Done();
        (await meeting.Sign(Pilot.Members[0])).Done();
        Results = await meeting.Results();
        MeetingInJuly = await pilot.CallsMeeting("2025-07-02");
        return [.. roads.Take(18)];
    }

    private async Task FileAfterTheEnd(IReadOnlyList<Road> passed)
    {
        await ClockAt(new DateOnly(2025, 6, 27).StartsAt(hour: 9));
        await Task.WhenAll(passed.Select(async road => (await road.UnitPostsResult()).Done()));
        await ClockAt(new DateOnly(2025, 7, 7));
        await Task.WhenAll(passed.Select(async road => (await road.CityConfirms("青人社职备〔2025〕3 号")).Done()));
        LastCase = (await passed[^1].SeenBy("jinshi-office")).Items("history");
        Certificates = [.. (await Read(db => db.Certificates.Select(c => new { c.Issuer, c.IssuedOn }).ToListAsync()))
            .Select(c => (c.Issuer, c.IssuedOn))];
        await pilot.Renews();
        (await pilot.Submits()).Done();
        (await pilot.Evaluated("city", "2025-07-01", "2028-06-30")).Done();
        (await pilot.Authorised("city2")).Done();
        MeetingAfterRenewal = await pilot.CallsMeeting("2025-07-09");
    }

    // 46 more of Jinshi's earlier years, 82 and 58 of two other pilots; their road is Jinshi's, and was walked above.
    private async Task AddOtherPilots()
    {
        var rules = LoadRuleSets.Id("shandong", Channel.Standard);
        foreach (var (key, count, series) in new[] { ("jinshi", 46, "100000"), ("hengce", 82, "200000"), ("yuanxiu", 58, "300000") })
        {
            var unit = await Read(db => db.Organisations.AsNoTracking().SingleAsync(o => o.Id == DemoOrganisations.Id(key)));
            var committee = key == "jinshi" ? new OrganisationId(pilot.Committee) : await Another(unit);
            var plan = new AnnualPlan(
                PlanId.New(), "自主评审", "Own review", 2024, committee, TitleSeries.Engineering, "轴承制造", TitleLevel.Intermediate,
                Channel.EnterpriseAutonomous, new DateOnly(2024, 3, 1), new DateOnly(2024, 4, 30), rules, "autonomous-review",
                new DossierForm([]), new([]))
            {
                StaffOf = unit.Id,
            };
            await Store([plan, .. Road.Certified(plan, unit, new DateOnly(2024, 6, 20), count, series)]);
        }
    }

    private async Task<OrganisationId> Another(Organisation unit)
    {
        var authorization = new CommitteeAuthorization("青人社职〔2023〕5 号", new DateOnly(2023, 7, 1), new DateOnly(2026, 6, 30));
        var application = Domain.Pilots.PilotApplication.Draft(
            $"ZP-2023-{unit.Name}", unit, await Read(db => db.EnterpriseHonors.Where(h => h.Enterprise == unit.Id).ToListAsync()),
            new(TitleSeries.Engineering, "轴承制造", TitleLevel.Intermediate, 7, 100, "同上", DemoPeople.Id("hr"),
                [new(TitleLevel.Intermediate, Domain.RuleSets.Education.Bachelor, TitleLevel.Assistant, 4)]),
            new DateOnly(2023, 6, 1), DemoPeople.Id("hr"), new DateOnly(2023, 6, 1).StartsAt(hour: 9));
        application.Submit(false, DemoPeople.Id("hr"), new DateOnly(2023, 6, 2).StartsAt(hour: 9));
        application.Evaluate(authorization, false, null, DemoPeople.Id("city"), new DateOnly(2023, 6, 10).StartsAt(hour: 9));
        var committee = new Organisation(OrganisationId.New(), OrganisationKind.Committee, $"{unit.Name}自主评审委员会", unit.Id);
        application.Authorise(committee.Id, DemoPeople.Id("city2"), new DateOnly(2023, 6, 20).StartsAt(hour: 9));
        await Store(application, committee, new ReviewCommittee(
            committee.Id, unit.Id, TitleSeries.Engineering, "轴承制造", TitleLevel.Intermediate, authorization));
        return committee.Id;
    }
}

public sealed class PostgresPilotServer : PilotServer
{
    private protected override DatabaseProvider Provider => DatabaseProvider.Postgres;
}
