using TitleWorkflow.Application.Seed;
using TitleWorkflow.Domain.Assessments.Assigning;
using TitleWorkflow.Domain.Experts;
using TitleWorkflow.Persistence;
using TitleWorkflow.Web.Tests.Hosting;
using TitleWorkflow.Web.Tests.Roads;

namespace TitleWorkflow.Web.Tests.Assessments;

public class FirmTieServer : Server
{
    protected override DateOnly Start => new(2022, 11, 1);
}

public sealed class PostgresFirmTieServer : FirmTieServer
{
    private protected override DatabaseProvider Provider => DatabaseProvider.Postgres;
}

/// <summary>Firms that compete or do business: the expert stays away until the office has weighed it (K5).</summary>
public abstract class FirmTieTests(FirmTieServer server)
{
    [SkippableFact]
    public async Task A_tie_between_firms_keeps_an_expert_from_reading_and_voting_until_the_office_says_it_does_not_matter()
    {
        var office = await server.As("office");
        var (reader, voter) = (DemoPeople.Id("expert1").Value, DemoPeople.Id("expert4").Value);
        (await (await server.As("expert1")).Post("/experts/me/relations", new { kind = "Competing", otherName = "远岫自动化" })).Done();
        (await office.Post($"/experts/{voter}/relations", new { kind = "Contracting", otherName = "远岫自动化有限公司" })).Done();
        (await office.Post($"/experts/{voter}/relations", new { kind = "Kin", otherName = "路人甲" })).Done();
        var road = await Road.AtEligibilityCheck(server);
        (await road.UnitAccepts()).Done();

        (await road.OfficeAssigns("expert1", "expert2", "expert3")).Refused(AssignmentRules.NoConflict);
        (await Clear(reader, "Competing", " ")).Refused(ExpertRules.ReasonGiven);
        (await Clear(voter, "Kin", "远亲")).Refused(ExpertRules.FirmsOnly);
        (await Clear(reader, "Competing", "产品不同类，不影响公正")).Done();
        (await Clear(reader, "Competing", "再次")).Refused(ExpertRules.FirmsOnly);
        (await road.OfficeAssigns("expert1", "expert2", "expert3")).Done();
        foreach (var expert in new[] { "expert1", "expert2", "expert3" })
        {
            (await road.ExpertWrites(expert)).Done();
        }

        var meeting = await Meeting.Opened(server, 13, road);
        (await meeting.OpenVoting(road)).Done();
        Assert.Equal(12, (await meeting.Room()).Part("case").Number("voters"));

        async Task<Answer> Clear(Guid expert, string kind, string reason)
        {
            var relation = (await office.Get($"/experts/{expert}")).Done().Items("relations").Single(r => r.Text("kind") == kind).Text("id");
            return await office.Post($"/experts/{expert}/relations/{relation}/clear", new { reason });
        }
    }
}

public sealed class FirmTieOnSqliteTests(FirmTieServer server) : FirmTieTests(server), IClassFixture<FirmTieServer>;

public sealed class FirmTieOnPostgresTests : FirmTieTests, IClassFixture<PostgresFirmTieServer>
{
    public FirmTieOnPostgresTests(PostgresFirmTieServer server)
        : base(server) => TestDatabase.RequirePostgres();
}
