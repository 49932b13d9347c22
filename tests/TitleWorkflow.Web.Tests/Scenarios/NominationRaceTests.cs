using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Nominations;
using TitleWorkflow.Persistence;
using TitleWorkflow.Web.Tests.Hosting;
using TitleWorkflow.Web.Tests.Roads;

namespace TitleWorkflow.Web.Tests.Scenarios;

public class NominationRaceServer : Server
{
    protected override DateOnly Start => new(2022, 10, 10);

    protected override int MoreApplicants => 2;
}

public sealed class PostgresNominationRaceServer : NominationRaceServer
{
    private protected override DatabaseProvider Provider => DatabaseProvider.Postgres;
}

[Trait("Scenario", "S2")]
public abstract class NominationRaceTests(NominationRaceServer server)
{
    private const int Rounds = 200;

    [SkippableFact]
    public async Task Of_two_signatures_in_the_same_second_exactly_one_succeeds_two_hundred_times()
    {
        var yuanxiu = Enterprise.Yuanxiu(server);
        var (ones, others) = (await Write("applicant-0001"), await Write("applicant-0002"));
        foreach (var (one, other) in ones.Zip(others))
        {
            var answers = await Task.WhenAll(yuanxiu.Signs(one), yuanxiu.Signs(other, "researchlead"));

            Assert.Single(answers, a => (int)a.Status == 200);
            Assert.Single(answers, a => (int)a.Status == 409).Refused(NominationRules.YearlyQuota);
            Assert.Equal(1, await server.Read(db => db.NominationQuotas.ExecuteDeleteAsync()));
        }
    }

    // In one go: writing four hundred nominations is not what is tried here.
    private async Task<IReadOnlyList<string>> Write(string nominee)
    {
        var (plan, person, enterprise) = await server.Read(async db => (
            await db.Plans.AsNoTracking().SingleAsync(p => p.Id == DemoNomination.Plan),
            await db.People.AsNoTracking().SingleAsync(p => p.Id == DemoPeople.Id(nominee)),
            await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == DemoOrganisations.Id("yuanxiu"))));
        List<Nomination> written =
        [
            .. Enumerable.Range(1, Rounds).Select(i => Nomination.Draft(
                $"{nominee}/{i}", enterprise, plan, person, "业绩突出。", DemoPeople.Id("chairperson"), server.Today.StartsAt(9))),
        ];
        await server.Store([.. written]);
        return [.. written.Select(n => n.Id.ToString())];
    }
}

public sealed class NominationRaceOnSqliteTests(NominationRaceServer server)
    : NominationRaceTests(server), IClassFixture<NominationRaceServer>;

public sealed class NominationRaceOnPostgresTests : NominationRaceTests, IClassFixture<PostgresNominationRaceServer>
{
    public NominationRaceOnPostgresTests(PostgresNominationRaceServer server)
        : base(server) => TestDatabase.RequirePostgres();
}
