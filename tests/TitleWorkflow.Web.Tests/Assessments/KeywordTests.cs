using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Persistence;
using TitleWorkflow.Web.Tests.Hosting;
using TitleWorkflow.Web.Tests.Roads;

namespace TitleWorkflow.Web.Tests.Assessments;

/// <summary>One accepted dossier names its fields of work; of the members, one shares one of them.</summary>
public class KeywordServer : Server
{
    internal static readonly Guid Knowing = DemoPeople.Id("expert5").Value;

    internal static readonly Guid Other = DemoPeople.Id("expert6").Value;

    protected override DateOnly Start => new(2022, 11, 1);

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        if (!Runs)
        {
            return;
        }

        List<string> none = [];
        List<string> theirs = ["激光熔覆"];
        await Read(db => db.Experts.ExecuteUpdateAsync(s => s.SetProperty(e => e.Keywords, none)));
        await Read(db => db.Experts.Where(e => e.Person == DemoPeople.Id("expert5"))
            .ExecuteUpdateAsync(s => s.SetProperty(e => e.Keywords, theirs)));
        var road = await Road.Start(this);
        await road.Fill();
        var basic = new Dictionary<string, string>(Dossier.Sections["basic"]) { ["keywords"] = "阀门、激光熔覆" };
        (await (await As("applicant")).Put($"/declarations/{road.Declaration}/sections/basic", new { values = basic })).Done();
        (await road.Submit()).Done();
        (await road.EmployerPasses()).Done();
        await road.EmployerPublicityEnds();
        await road.GoesUp();
        (await road.UnitAccepts()).Done();
    }
}

public sealed class PostgresKeywordServer : KeywordServer
{
    private protected override DatabaseProvider Provider => DatabaseProvider.Postgres;
}

public abstract class KeywordTests(KeywordServer server)
{
    private static readonly string Path = $"/committees/{DemoOrganisations.Id("committee").Value}/assignment";

    [SkippableFact]
    public async Task Whoever_shares_a_field_of_work_reads_the_dossier_whatever_the_seed()
    {
        var office = await server.As("office");
        var readers = new List<string[]>();
        foreach (var seed in Enumerable.Range(1, 20))
        {
            var waiting = (await office.Get($"{Path}?readers=3&seed=2022-11-{seed:00}")).Done().Items("waiting").Single();
            Assert.Equal(["阀门", "激光熔覆"], waiting.Items("keywords").Select(k => k.ToString()));
            readers.Add([.. waiting.Items("readers").Select(r => r.ToString())]);
        }

        Assert.All(readers, r => Assert.Contains($"{KeywordServer.Knowing}", r));
        Assert.Contains(readers, r => !r.Contains($"{KeywordServer.Other}"));
    }
}

public sealed class KeywordsOnSqliteTests(KeywordServer server) : KeywordTests(server), IClassFixture<KeywordServer>;

public sealed class KeywordsOnPostgresTests : KeywordTests, IClassFixture<PostgresKeywordServer>
{
    public KeywordsOnPostgresTests(PostgresKeywordServer server)
        : base(server) => TestDatabase.RequirePostgres();
}
