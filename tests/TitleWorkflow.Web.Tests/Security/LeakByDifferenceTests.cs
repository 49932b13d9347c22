using TitleWorkflow.Application.Seed;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;
using TitleWorkflow.Web.Tests.Hosting;
using TitleWorkflow.Web.Tests.Roads;

namespace TitleWorkflow.Web.Tests.Security;

/// <summary>A city in which the neighbours have a case of their own.</summary>
public class NeighbourServer : Server
{
    protected override int MoreApplicants => 1;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        if (!Runs)
        {
            return;
        }

        await Neighbours.MoveIn(this);
        var own = await Road.Start(this, Neighbours.UserName(Role.Applicant));
        await own.FillAndSubmit();
        (await own.Complete(Neighbours.UserName(Role.EmployerHr), "employer-check", new { outcome = "Pass" })).Done();
    }
}

public sealed class PostgresNeighbourServer : NeighbourServer
{
    private protected override DatabaseProvider Provider => DatabaseProvider.Postgres;
}

/// <summary>What one may not see does not show in any list, total or search of those who see something else.</summary>
public abstract class LeakByDifferenceTests(NeighbourServer server)
{
    private static readonly Role[] Watching =
    [
        Role.Applicant, Role.EmployerHr, Role.Chairperson, Role.TownOfficer, Role.DistrictOfficer, Role.CityOfficer,
        Role.OrganisingOfficer, Role.CommitteeOffice, Role.CommitteeDirector, Role.Expert, Role.Supervisor, Role.Auditor,
    ];

    private static readonly string[] Lists =
    [
        "/declarations", "/declarations?mine=true", "/declarations?search=方知", "/declarations?search=QT-",
        "/declarations?phase=Review", "/declarations?phase=Assessment", "/declarations?phase=Filing", "/plans",
        "/work-items?view=Mine", "/work-items?view=Available", "/work-items?view=Done", "/notices", "/committees", "/meetings",
        "/ballots/current", "/publicity/employer?running=true", "/publicity/employer?running=false", "/filing",
        "/filing?search=方知", "/certificates",
    ];

    [SkippableFact]
    public async Task No_list_elsewhere_changes_while_a_case_goes_its_whole_road()
    {
        var road = await Road.Start(server);
        await Unseen(road.FillAndSubmit);
        await Unseen(async () => (await road.EmployerPasses()).Done());
        await road.EmployerPublicityEnds();
        await Unseen(road.GoesUp);
        await Unseen(async () => (await road.UnitAsksFor("学历证书不清")).Done());
        await Unseen(async () =>
        {
            (await road.Supplies(1)).Done();
            (await road.HandsSupplementIn()).Done();
        });
        await Unseen(road.GoesToMeeting);
        await Unseen(() => Decide(road));
        var before = await Look();
        (await road.UnitPostsResult()).Done();
        Assert.Equal(before, await Look());
        await server.ClockAt((await server.Anybody.Get("/publicity")).Done().Items("items").Single().Part("window").Date("nextActionDay"));
        await Unseen(async () => (await road.CityConfirms()).Done());

        var number = (await road.SeenBy("applicant")).Text("number");
        Assert.All((await Look()).Values, told => Assert.DoesNotContain(number, told, StringComparison.Ordinal));
        Assert.All((await Look()).Values, told => Assert.DoesNotContain(road.Declaration, told, StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task A_second_role_elsewhere_tells_an_employer_no_more_of_an_assessment()
    {
        var road = await Road.AtEligibilityCheck(server, "applicant-0001");
        await road.GoesToMeeting();
        await server.Store(new Grant(DemoPeople.Id("hr"), Role.Auditor, DemoOrganisations.Id("yunlu"), server.Today));

        var listed = (await (await server.As("hr")).All("/declarations?search=QT-")).Single(d => d.Text("declaration") == road.Declaration);

        Assert.Equal("UnderReview", listed.Text("status"));
        Assert.Equal("UnderReview", await road.StatusSeenBy("hr"));
    }

    private async Task Decide(Road road)
    {
        var meeting = await Meeting.Opened(server, 9, road);
        await meeting.Vote(road, yes: 9, no: 0, abstain: 0);
        (await meeting.Close()).Done();
        (await meeting.Sign("director")).Done();
    }

    private async Task Unseen(Func<Task> act)
    {
        var before = await Look();
        await act();
        Assert.Equal(before, await Look());
    }

    // Every list of everybody, as it came; what a policy refuses stays refused.
    private async Task<SortedDictionary<string, string>> Look()
    {
        var told = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var role in Watching)
        {
            var watcher = await server.As(Neighbours.UserName(role));
            foreach (var list in Lists)
            {
                var answer = await watcher.Get(list);
                if (answer.Status == System.Net.HttpStatusCode.OK)
                {
                    told.Add($"{role} {list}", answer.Text);
                }
            }
        }

        Assert.True(told.Count > Watching.Length * 8, $"Only {told.Count} lists were looked at.");
        return told;
    }
}

public sealed class LeakByDifferenceOnSqliteTests(NeighbourServer server)
    : LeakByDifferenceTests(server), IClassFixture<NeighbourServer>;

public sealed class LeakByDifferenceOnPostgresTests : LeakByDifferenceTests, IClassFixture<PostgresNeighbourServer>
{
    public LeakByDifferenceOnPostgresTests(PostgresNeighbourServer server)
        : base(server) => TestDatabase.RequirePostgres();
}
