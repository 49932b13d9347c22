using TitleWorkflow.Application.Instances;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Domain.Instances;
using TitleWorkflow.Web.Tests.Hosting;
using TitleWorkflow.Web.Tests.Roads;

namespace TitleWorkflow.Web.Tests.Instances;

public sealed class InstanceApiTests(GatedFlowServer server) : IClassFixture<GatedFlowServer>
{
    [Fact]
    public async Task An_operator_finds_a_halted_flow_mends_it_and_lets_it_run_on()
    {
        var instance = await HaltedAsync("applicant");
        var admin = await server.As("admin");
        var listed = (await admin.Get("/instances?trouble=Fault")).Done().Items("items").Single(i => i.Text("instance") == instance);
        var incident = (await admin.Get($"/instances/{instance}")).Done().Items("incidents")[0];

        (await admin.Post($"/instances/{instance}/variables", new { variable = "ready", value = "true", reason = "检查已补做" })).Done();
        var retried = (await admin.Post($"/instances/{instance}/retry", new { incident = incident.Text("id"), reason = "变量已更正" })).Done();

        Assert.Equal(("Faulted", "Fault"), (listed.Text("state"), listed.Text("trouble")));
        Assert.Contains("closed for •••", incident.Text("message"), StringComparison.Ordinal);
        Assert.Equal(("Running", false), (retried.Text("state"), retried.Flag("failedAgain")));
        Assert.Contains(
            (await (await server.As("applicant")).All("/work-items?view=Mine")), t => t.Text("declaration") == instance);
    }

    [Fact]
    public async Task A_write_without_a_reason_is_refused_and_one_repeated_is_done_once()
    {
        var instance = await HaltedAsync("applicant-0001");
        var admin = await server.As("admin");

        (await admin.Post($"/instances/{instance}/retry", new { incident = (string?)null, reason = " " }))
            .Refused(InterventionRules.ReasonGiven);
        var first = await admin.Post($"/instances/{instance}/retry", new { reason = "再试一次" }, key: "retry-once");
        var second = await admin.Post($"/instances/{instance}/retry", new { reason = "再试一次" }, key: "retry-once");

        Assert.Equal(first.Text, second.Text);
        Assert.Single((await admin.Get($"/instances/{instance}/journal")).Done().Items("items"), l => l.Text("event") == "Retried");
    }

    [Fact]
    public async Task Skipping_takes_two_persons()
    {
        var instance = await HaltedAsync("applicant-0002");
        var admin = await server.As("admin");
        var supervisor = await server.As("supervisor");
        var step = (await admin.Get($"/instances/{instance}")).Done().Items("steps").Single(s => s.Part("step").Text("id") == "gate");
        var asked = (await admin.Post($"/instances/{instance}/skip", new { execution = step.Text("execution"), reason = "检查另行完成" }))
            .Done().Text("intervention");

        (await admin.Post($"/interventions/{asked}/approve")).Refused(InterventionRules.SecondPerson);
        Assert.Contains((await supervisor.Get("/interventions?pending=true")).Done().Items("items"), i => i.Text("intervention") == asked);
        (await supervisor.Post($"/interventions/{asked}/approve")).Done();

        Assert.Equal("Approved", (await admin.Get($"/interventions/{asked}")).Done().Text("status"));
        Assert.Equal("Running", (await admin.Get($"/instances/{instance}")).Done().Part("summary").Text("state"));
    }

    [Fact]
    public async Task The_picture_shows_the_way_without_any_script()
    {
        var instance = await HaltedAsync("applicant-0003");

        var picture = await (await server.As("designer")).Get($"/instances/{instance}/picture");

        Assert.Equal("image/svg+xml", picture.Kind);
        Assert.Contains("class=\"step product faulted\"", picture.Text, StringComparison.Ordinal);
        Assert.Contains("class=\"step start done\"", picture.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", picture.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_designer_gets_no_person_in_any_answer()
    {
        var instance = await HaltedAsync("applicant-0004");
        await (await server.As("admin")).Post($"/instances/{instance}/retry", new { reason = "再试一次" });
        var designer = await server.As("designer");

        foreach (var path in new[] { "/instances", $"/instances/{instance}", $"/instances/{instance}/journal" })
        {
            var answer = (await designer.Get(path)).Text;
            Assert.All(DemoPeople.All, p => Assert.DoesNotContain(p.Name, answer, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("town")]
    [InlineData("applicant")]
    [InlineData("expert1")]
    [InlineData("office")]
    public async Task Nobody_else_looks_at_instances(string userName)
    {
        var visitor = await server.As(userName);

        (await visitor.Get("/instances")).Forbidden();
        (await visitor.Get("/instances/any")).Forbidden();
        (await visitor.Get("/interventions")).Forbidden();
    }

    [Theory]
    [InlineData("auditor")]
    [InlineData("designer")]
    [InlineData("supervisor")]
    public async Task Only_an_administrator_repairs_and_asks(string userName)
    {
        var visitor = await server.As(userName);

        (await visitor.Post("/instances/any/retry", new { reason = "再试一次" })).Forbidden();
        (await visitor.Post("/instances/any/variables", new { variable = "ready", value = "true", reason = "更正" })).Forbidden();
        (await visitor.Post("/instances/any/skip", new { execution = "any", reason = "跳过" })).Forbidden();
        (await visitor.Post("/instances/any/cancel", new { reason = "终止" })).Forbidden();
    }

    [Fact]
    public async Task An_auditor_reads_and_decides_nothing()
    {
        var auditor = await server.As("auditor");

        (await auditor.Get("/instances")).Done();
        (await auditor.Get("/interventions")).Done();
        (await auditor.Post($"/interventions/{Guid.NewGuid()}/approve")).Forbidden();
        (await auditor.Post($"/interventions/{Guid.NewGuid()}/decline", new { reason = "不必" })).Forbidden();
        (await auditor.Get("/instances/any/migration?target=any")).Forbidden();
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        var admin = await server.As("admin");

        (await admin.Get("/instances/nowhere")).NotFound();
        (await admin.Post("/instances/nowhere/retry", new { reason = "再试一次" })).NotFound();
        (await admin.Post($"/interventions/{Guid.NewGuid()}/approve")).NotFound();
        (await admin.Get("/instances?after=nonsense")).Invalid();
    }

    [Fact]
    public async Task A_migration_goes_to_an_approved_version_only()
    {
        var instance = await HaltedAsync("applicant-0005");

        (await (await server.As("admin")).Get($"/instances/{instance}/migration?target=title-review-9")).Refused(InstanceRules.TargetApproved);
    }

    private async Task<string> HaltedAsync(string applicant) => (await Road.Start(server, applicant)).Declaration;
}
