using TitleWorkflow.Application.Workflows;
using TitleWorkflow.Persistence;
using TitleWorkflow.Web.Tests.Hosting;
using TitleWorkflow.Web.Tests.Roads;
using TitleWorkflow.Web.Tests.Workflows;

namespace TitleWorkflow.Web.Tests.Scenarios;

public class FlowChangeServer : Server
{
    protected override int MoreApplicants => 2;
}

public sealed class PostgresFlowChangeServer : FlowChangeServer
{
    private protected override DatabaseProvider Provider => DatabaseProvider.Postgres;
}

/// <summary>A designer changes a flow while cases run on it.</summary>
[Trait("Scenario", "S8")]
public abstract class FlowChangeTests(FlowChangeServer server)
{
    [SkippableFact]
    public async Task A_joint_check_drawn_after_the_district_is_met_by_new_cases_once_a_second_person_has_approved_it_and_by_no_older_one()
    {
        Require();
        var older = await Road.AtEmployerPublicity(server, "applicant-0001");
        var board = await DrawingBoard.Open(server, "designer");
        board.PutBetween("district", "Pass", "city", "joint0000000check", "行业部门联合审核", "CityOfficer", "City");
        (await board.Save()).Done();

        // Publishing in the designer asks for approval and says so; below the floor of the regulation it asks for nothing.
        board.Set("resultPublicity", "days", "4");
        var below = await board.Save(publish: true);
        below.Invalid();
        Assert.Contains("floor.publicity-days", below.Text, StringComparison.Ordinal);
        board.Set("resultPublicity", "days", "5");
        var submitted = await board.Save(publish: true);
        submitted.Invalid();
        Assert.Contains("已提交审批", submitted.Text, StringComparison.Ordinal);

        var versionId = await Approve();
        var newer = await Road.AtEmployerPublicity(server, "applicant-0002");
        await newer.EmployerPublicityEnds();
        foreach (var road in new[] { older, newer })
        {
            (await road.EmployerRecommends()).Done();
            (await road.Passes("town")).Done();
            (await road.Passes("district")).Done();
        }

        Assert.NotNull(await older.TaskOf("city", "vetting"));
        Assert.Null(await older.TaskOf("city", "general"));
        Assert.Null(await newer.TaskOf("city", "vetting"));
        Assert.Equal("行业部门联合审核", (await newer.TaskOf("city", "general"))!.Text("title"));
        (await newer.Complete("city", "general", new { outcome = "Agree" })).Done();
        Assert.NotNull(await newer.TaskOf("city", "vetting"));
        Assert.EndsWith(versionId[^8..], (await server.Read(db => Task.FromResult(db.WorkflowInstances
            .Single(i => i.Id == newer.Declaration).VersionId))), StringComparison.Ordinal);
    }

    // Whoever drew it is refused, on the page as much as here; the other one sees what differs.
    private async Task<string> Approve()
    {
        var drew = await server.As("designer");
        var review = (await drew.Get("/flows/title-review")).Done().Items("versions")[0];
        (await drew.Post($"/flows/versions/{review.Text("versionId")}/publish")).Refused(FlowRules.SecondPerson);
        var changes = review.Part("review").Items("changes").Select(c => $"{c.Text("kind")} {c.Text("step")}");
        Assert.Contains("Added 行业部门联合审核", changes);

        (await (await server.As("designer2")).Post($"/flows/versions/{review.Text("versionId")}/publish")).Done();
        var inForce = (await drew.Get("/flows/title-review")).Done().Items("versions")[0];
        Assert.Equal(("骆时雨", "孟清扬"), (inForce.Text("storedBy"), inForce.Text("publishedBy")));
        return review.Text("versionId");
    }

    protected abstract void Require();
}

public sealed class FlowChangeOnSqliteTests(FlowChangeServer server) : FlowChangeTests(server), IClassFixture<FlowChangeServer>
{
    protected override void Require()
    {
    }
}

public sealed class FlowChangeOnPostgresTests(PostgresFlowChangeServer server)
    : FlowChangeTests(server), IClassFixture<PostgresFlowChangeServer>
{
    protected override void Require() => TestDatabase.RequirePostgres();
}
