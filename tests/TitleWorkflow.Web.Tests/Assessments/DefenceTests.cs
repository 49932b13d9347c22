using System.Text.Json.Nodes;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Domain.Assessments.Defences;
using TitleWorkflow.Persistence;
using TitleWorkflow.Web.Tests.Hosting;
using TitleWorkflow.Web.Tests.Roads;

namespace TitleWorkflow.Web.Tests.Assessments;

/// <summary>Six dossiers are with their readers, three and three of them with the same ones.</summary>
public class DefenceServer : Server
{
    internal IReadOnlyList<Road> Roads { get; private set; } = [];

    protected override DateOnly Start => new(2022, 11, 1);

    protected override int MoreApplicants => 6;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        if (!Runs)
        {
            return;
        }

        Roads = await Task.WhenAll(Enumerable.Range(1, 6).Select(i => Road.AtEmployerPublicity(this, $"applicant-{i:D4}")));
        await Roads[0].EmployerPublicityEnds();
        foreach (var (i, road) in Roads.Index())
        {
            await road.GoesUp();
            (await road.UnitAccepts()).Done();
            (await road.OfficeAssigns(i < 3 ? ["expert1", "expert2", "expert3"] : ["expert4", "expert5", "expert6"])).Done();
        }
    }
}

public sealed class PostgresDefenceServer : DefenceServer
{
    private protected override DatabaseProvider Provider => DatabaseProvider.Postgres;
}

public abstract class DefenceTests(DefenceServer server)
{
    private static readonly string Committee = $"/committees/{DemoOrganisations.Id("committee").Value}/defences";

    [SkippableFact]
    public async Task Defences_are_laid_out_moved_published_heard_and_recorded()
    {
        var office = await server.As("office");
        Road[] roads = [server.Roads[0], server.Roads[1], server.Roads[3]];
        var heldOn = server.Today.AddDays(14);
        var schedule = (await Lay(Day(heldOn, "11:00:00", "人才大厦 301", "人才大厦 302"), roads)).Done().Text("schedule");
        var path = $"/defences/{schedule}";
        var laid = (await office.Get(path)).Done();
        (await Lay(Day(heldOn, "11:00:00", "人才大厦 303"), roads[0])).Refused(DefenceRules.Waiting);

        Assert.Equal(2, laid.Items("items").Select(i => i.Text("startsAt")).Distinct().Count());
        Assert.Null((await Status(roads[0]))["defence"]);
        (await Move(path, roads[0], laid, "人才大厦 301", 3, " ")).Refused(DefenceRules.MoveReasoned);
        (await Move(path, roads[0], laid, "人才大厦 301", 3, "申报人下午有会")).Done();
        (await Record(path, roads[0], attended: true)).Refused(DefenceRules.Begun);
        (await office.Post($"{path}/publish")).Done();
        (await office.Post($"{path}/drop")).Refused(DefenceRules.Unpublished);

        var own = (await Status(roads[0])).Part("defence");
        var told = (await (await server.As(Applicant(roads[0]))).Get("/notices")).Done().ToJsonString();
        var mine = (await (await server.As("expert1")).Get("/defences/mine")).Done().Items("items");
        var others = (await (await server.As("expert4")).Get("/defences/mine")).Done().Items("items");
        Assert.Equal(("人才大厦 301", laid.Items("times")[3].ToString()), (own.Text("room"), own.Text("startsAt")));
        Assert.Contains("assessments.notice.defence", told, StringComparison.Ordinal);
        Assert.Equal([roads[1].Declaration, roads[0].Declaration], mine.Select(i => i.Part("facts").Text("declaration")));
        Assert.Equal([roads[2].Declaration], others.Select(i => i.Part("facts").Text("declaration")));

        (await roads[2].ExpertLeaves("expert4", "与申报人合作论文")).Done();
        Assert.Empty((await (await server.As("expert4")).Get("/defences/mine")).Done().Items("items"));

        await server.ClockAt(heldOn, hour: 12);
        (await Record(path, roads[0], attended: true, 86)).Done();
        (await Record(path, roads[1], attended: false)).Done();
        (await Record(path, roads[1], attended: true)).Refused(DefenceRules.NotRecorded);
        var held = (await office.Get(path)).Done().Items("items");
        Assert.Equal(["Absent", "Attended", "Awaited"], held.Select(i => i.Text("outcome")).Order(StringComparer.Ordinal));
        Assert.Null((await Status(roads[0])).Part("defence")["score"]);
    }

    [SkippableFact]
    public async Task What_cannot_be_laid_out_is_explained_and_not_kept()
    {
        var office = await server.As("office");
        Road[] roads = [server.Roads[2], server.Roads[4], server.Roads[5]];
        var day = Day(server.Today.AddDays(20), "08:50:00", "人才大厦 301", "人才大厦 302", "人才大厦 303");

        var proposal = (await office.Post($"{Committee}/propose", new { day, declarations = roads.Select(r => r.Declaration) })).Done();
        (await Lay(day, roads)).Refused(DefenceRules.Possible);

        var obstacle = proposal.Part("obstacle");
        Assert.Equal(("ReaderOverloaded", 2, 1), (obstacle.Text("kind"), obstacle.Number("needed"), obstacle.Number("available")));
        Assert.NotNull(obstacle["reader"]);
        Assert.Null(proposal["places"]);
    }

    [SkippableFact]
    public async Task A_schedule_that_comes_too_late_is_dropped_and_laid_out_anew()
    {
        var office = await server.As("office");
        var road = server.Roads[5];
        var late = (await Lay(Day(server.Today.AddDays(1), "11:00:00", "人才大厦 305"), road)).Done().Text("schedule");

        (await office.Post($"/defences/{late}/publish")).Refused(DefenceRules.Notice);
        (await office.Post($"/defences/{late}/drop")).Done();
        (await office.Get($"/defences/{late}")).NotFound();

        Assert.Contains(
            road.Declaration, (await office.Get(Committee)).Done().Items("waiting").Select(w => w.Text("declaration")));
    }

    private string Applicant(Road road) => $"applicant-{server.Roads.ToList().IndexOf(road) + 1:D4}";

    private static object Day(DateOnly heldOn, string until, params string[] rooms) =>
        new { heldOn, firstAt = "08:30:00", until, minutesEach = 20, breakAfter = 0, breakMinutes = 0, rooms };

    private async Task<Answer> Lay(object day, params Road[] roads) =>
        await (await server.As("office")).Post(Committee, new { day, declarations = roads.Select(r => r.Declaration) });

    private async Task<Answer> Move(string path, Road road, JsonNode laid, string room, int time, string reason) =>
        await (await server.As("office")).Post(
            $"{path}/candidates/{road.Declaration}/move", new { room, startsAt = laid.Items("times")[time].ToString(), reason });

    private async Task<Answer> Record(string path, Road road, bool attended, int? score = null) =>
        await (await server.As("office")).Post($"{path}/candidates/{road.Declaration}/record", new { attended, score });

    private async Task<JsonNode> Status(Road road) =>
        (await (await server.As(Applicant(road))).Get($"/declarations/{road.Declaration}")).Done();
}

public sealed class DefenceOnSqliteTests(DefenceServer server) : DefenceTests(server), IClassFixture<DefenceServer>;

public sealed class DefenceOnPostgresTests : DefenceTests, IClassFixture<PostgresDefenceServer>
{
    public DefenceOnPostgresTests(PostgresDefenceServer server)
        : base(server) => TestDatabase.RequirePostgres();
}
