using System.Text.Json.Nodes;
using TitleWorkflow.Persistence;
using TitleWorkflow.Web.Tests.Hosting;
using TitleWorkflow.Web.Tests.Roads;

namespace TitleWorkflow.Web.Tests.Scenarios;

/// <summary>
/// The town sends three sections back. The applicant mends two of them and hands in again; the town passes it on, up to the experts.
/// </summary>
public class ReturnServer : Server
{
    internal Road Road { get; private set; } = null!;

    internal JsonNode FormWhileMending { get; private set; } = null!;

    internal string ReviewWhileMending { get; private set; } = null!;

    internal JsonNode SeenByTheTownWhileMending { get; private set; } = null!;

    internal string TaskOfTheTown { get; private set; } = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        if (!Runs)
        {
            return;
        }

        Road = await Road.Start(this);
        await Road.Fill();
        await Road.States("achievements", ("patentNumber", "CN112405718B"), ("inventorRank", "1"));
        (await Road.Submit()).Done();
        (await Road.EmployerPasses()).Done();
        await Road.EmployerPublicityEnds();
        (await Road.EmployerRecommends()).Done();
        (await Road.Complete("town", "vetting", new
        {
            outcome = "Return",
            sections = new[] { "education", "achievements", "projects" }.Select(section => new { section, reason = "请核对" }),
        })).Done();

        await Mend();
        FormWhileMending = (await (await As("applicant")).Get($"/declarations/{Road.Declaration}/form")).Done();
        ReviewWhileMending = await Page("applicant", $"/declarations/{Road.Declaration}/review");
        SeenByTheTownWhileMending = await Road.DossierSeenBy("town");
        (await Road.Submit()).Done();
        TaskOfTheTown = await Page("town", $"/work-items/{(await Road.TaskOf("town", "vetting"))!.Text("workItem")}");
        foreach (var office in new[] { "town", "district", "city" })
        {
            (await Road.Passes(office)).Done();
        }

        (await Road.UnitAccepts()).Done();
        (await Road.OfficeAssigns("expert1", "expert2", "expert3")).Done();
    }

    internal async Task<string> Page(string userName, string address)
    {
        var visitor = await PageVisitor.SignedIn(Browser(), userName, Password);
        using var page = await visitor.Get(address);
        return await page.Content.ReadAsStringAsync();
    }

    private async Task Mend()
    {
        await Road.States("achievements", ("patentName", "一种阀门密封结构"), ("patentNumber", "CN112405719B"));
        var projects = FactIn(await Road.DossierSeenBy("applicant"), "projects", "projectName");
        var person = await As("applicant");
        (await person.Delete($"/declarations/{Road.Declaration}/evidence/{projects.Items("files")[0].Text("evidence")}")).Done();
        (await Road.Attach("projects/projectName", "合同.pdf")).Done();
    }

    internal static JsonNode FactIn(JsonNode dossier, string section, string fact) =>
        SectionIn(dossier, section).Items("facts").Single(f => f.Text("key") == fact);

    internal static JsonNode SectionIn(JsonNode dossier, string section) =>
        dossier.Items("sections").Single(s => s.Text("key") == section);
}

public sealed class PostgresReturnServer : ReturnServer
{
    private protected override DatabaseProvider Provider => DatabaseProvider.Postgres;
}

public abstract class ReturnTests(ReturnServer server)
{
    [SkippableTheory]
    [InlineData("patentName", "Added", null)]
    [InlineData("patentNumber", "Changed", "CN112405718B")]
    [InlineData("inventorRank", "TakenAway", "1")]
    public async Task The_office_sees_what_each_fact_said_before(string fact, string change, string? before)
    {
        var dossier = await server.Road.DossierSeenBy("town");

        var marked = ReturnServer.FactIn(dossier, "achievements", fact).Part("change");
        Assert.Equal((change, before), (marked.Text("value"), marked.TextOrNull("before")));
    }

    [SkippableFact]
    public async Task The_office_sees_which_evidence_came_and_went()
    {
        var change = ReturnServer.FactIn(await server.Road.DossierSeenBy("town"), "projects", "projectName").Part("change");

        Assert.Null(change.TextOrNull("value"));
        Assert.Equal("合同.pdf", Assert.Single(change.Items("added")).Text("fileName"));
        var gone = Assert.Single(change.Items("takenAway"));
        Assert.Equal("证明.pdf", gone.Text("fileName"));
        using var file = await (await server.As("town")).Http.GetAsync(new Uri($"/api/v1/evidence/{gone.Text("evidence")}", UriKind.Relative));
        Assert.True(file.IsSuccessStatusCode);
    }

    [SkippableFact]
    public async Task What_was_returned_and_left_as_it_was_bears_no_mark_nor_does_what_was_not_returned()
    {
        var dossier = await server.Road.DossierSeenBy("town");

        Assert.NotNull(ReturnServer.SectionIn(dossier, "education")["changedSince"]);
        Assert.Null(ReturnServer.SectionIn(dossier, "basic")["changedSince"]);
        Assert.All(
            new[] { "education", "basic" },
            section => Assert.All(ReturnServer.SectionIn(dossier, section).Items("facts"), f => Assert.Null(f["change"])));
    }

    [SkippableFact]
    public void The_applicant_sees_the_same_before_handing_in_and_the_office_not_before()
    {
        var fields = ReturnServer.SectionIn(server.FormWhileMending, "achievements").Items("fields");

        Assert.Equal(["Added", "Changed", "TakenAway"], fields.Select(f => f.Part("change").Text("value")));
        Assert.Contains("退回后修改了 4 项", server.ReviewWhileMending, StringComparison.Ordinal);
        Assert.All(server.SeenByTheTownWhileMending.Items("sections"), s => Assert.Null(s["changedSince"]));
    }

    [SkippableFact]
    public async Task The_task_and_the_dossier_page_show_the_marks_and_paper_does_not()
    {
        var (dossier, paper) = (
            await server.Page("town", $"/declarations/{server.Road.Declaration}"),
            await server.Page("town", $"/declarations/{server.Road.Declaration}/print"));

        Assert.All(
            [server.TaskOfTheTown, dossier],
            page => Assert.All(
                ["退回后修改了 4 项", "CN112405718B", "新增材料", "已移除材料", "退回后未作修改"],
                mark => Assert.Contains(mark, page, StringComparison.Ordinal)));
        Assert.Contains("CN112405719B", paper, StringComparison.Ordinal);
        Assert.DoesNotContain("CN112405718B", paper, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Experts_judge_the_dossier_as_it_is()
    {
        var dossier = await server.Road.DossierSeenBy("expert1");

        Assert.All(dossier.Items("sections"), s => Assert.Null(s["changedSince"]));
        Assert.DoesNotContain("CN112405718B", dossier.ToJsonString(), StringComparison.Ordinal);
    }
}

public sealed class ReturnOnSqliteTests(ReturnServer server) : ReturnTests(server), IClassFixture<ReturnServer>;

public sealed class ReturnOnPostgresTests : ReturnTests, IClassFixture<PostgresReturnServer>
{
    public ReturnOnPostgresTests(PostgresReturnServer server)
        : base(server) => TestDatabase.RequirePostgres();
}
