using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Domain.Assessments.Assigning;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;
using TitleWorkflow.Web.Tests.Hosting;
using TitleWorkflow.Web.Tests.Roads;

namespace TitleWorkflow.Web.Tests.Assessments;

/// <summary>Four accepted dossiers wait for readers.</summary>
public class AssignmentServer : Server
{
    internal IReadOnlyList<Road> Roads { get; private set; } = [];

    protected override DateOnly Start => new(2022, 11, 1);

    protected override int MoreApplicants => 4;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        if (!Runs)
        {
            return;
        }

        Roads = await Task.WhenAll(Enumerable.Range(1, 4).Select(i => Road.AtEmployerPublicity(this, $"applicant-{i:D4}")));
        await Roads[0].EmployerPublicityEnds();
        foreach (var road in Roads)
        {
            await road.GoesUp();
            (await road.UnitAccepts()).Done();
        }

        await Store(WorkedThere("expert5", -2), WorkedThere("expert6", -4));
        var applicant = await Read(db => db.People.Where(p => p.Id == DemoPeople.Id("applicant-0002")).Select(p => p.Name).SingleAsync());
        (await (await As("expert7")).Post("/experts/me/relations", new { kind = "Kin", otherName = applicant })).Done();
    }

    private Grant WorkedThere(string expert, int left) => new(
        DemoPeople.Id(expert), Role.ResearchLead, DemoOrganisations.Id("yuanxiu"), Today.AddYears(-6), Today.AddYears(left));
}

public sealed class PostgresAssignmentServer : AssignmentServer
{
    private protected override DatabaseProvider Provider => DatabaseProvider.Postgres;
}

public abstract class AssignmentTests(AssignmentServer server)
{
    private static readonly string Path = $"/committees/{DemoOrganisations.Id("committee").Value}/assignment";

    [SkippableFact]
    public async Task What_is_proposed_and_proven_is_applied_to_all_at_once()
    {
        var office = await server.As("office");
        var proposal = (await office.Get($"{Path}?readers=3&seed=2022-11-08")).Done();
        var waiting = proposal.Items("waiting");
        var rows = waiting.Select(w => new
        {
            workItem = w.Text("workItem"),
            readers = w.Items("readers").Select(r => r.ToString()).ToArray(),
            reason = (string?)null,
        }).ToList();
        var policy = new { readers = 3, mostEach = (int?)null, onePerOrganisation = false, seed = "2022-11-08" };
        var others = waiting[0].Items("excluded").Select(e => e.ToString()).ToHashSet();
        var conflict = rows[0] with { readers = [.. rows[0].readers.Take(2), others.First()], reason = "专业更接近" };
        var unexplained = rows[0] with
        {
            readers =
            [
                .. rows[0].readers.Take(2),
                proposal.Items("experts").Select(e => e.Text("person")).First(p => !rows[0].readers.Contains(p) && !others.Contains(p)),
            ],
        };

        var refused = await office.Post(Path, new { policy, rows = rows.Skip(1).Append(conflict) });
        var silent = await office.Post(Path, new { policy, rows = rows.Skip(1).Append(unexplained) });
        var again = (await office.Get($"{Path}?readers=3&seed=2022-11-08")).Done();
        var done = await office.Post(Path, new { policy, rows = rows.Skip(1).Append(unexplained with { reason = "专业更接近" }) });

        Assert.Equal(4, waiting.Count);
        Assert.All(waiting, w => Assert.Single(w.Items("keywords")));
        Assert.All(waiting, w => Assert.Contains($"{DemoPeople.Id("expert5").Value}", w.Items("excluded").Select(e => e.ToString())));
        Assert.Equal(
            [1, 1, 1, 2],
            waiting.Select(w => w.Items("excluded").Count).Order());
        Assert.Contains(
            $"{DemoPeople.Id("expert7").Value}",
            waiting.Single(w => w.Items("excluded").Count == 2).Items("excluded").Select(e => e.ToString()));
        Assert.True(proposal["isProven"]!.GetValue<bool>());
        Assert.All(rows, r => Assert.Equal(3, r.readers.Distinct().Count()));
        Assert.All(proposal.Items("experts"), e => Assert.True(e.Number("load") <= proposal.Number("mostEach")));
        refused.Refused(AssignmentRules.NoConflict);
        silent.Refused(AssignmentRules.ChangeReasoned);
        Assert.Equal($"{proposal["waiting"]}", $"{again["waiting"]}");
        Assert.Equal(4, done.Done().Number("assigned"));
        Assert.Empty((await office.Get(Path)).Done().Items("waiting"));
        foreach (var road in server.Roads)
        {
            Assert.Equal("UnderGroupReview", await road.StatusSeenBy("office"));
        }
    }
}

public sealed class AssignmentOnSqliteTests(AssignmentServer server) : AssignmentTests(server), IClassFixture<AssignmentServer>;

public sealed class AssignmentOnPostgresTests : AssignmentTests, IClassFixture<PostgresAssignmentServer>
{
    public AssignmentOnPostgresTests(PostgresAssignmentServer server)
        : base(server) => TestDatabase.RequirePostgres();
}
