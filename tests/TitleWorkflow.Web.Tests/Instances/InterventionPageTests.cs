using TitleWorkflow.Web.Tests.Hosting;
using TitleWorkflow.Web.Tests.Roads;

namespace TitleWorkflow.Web.Tests.Instances;

public sealed class InterventionPageTests(GatedFlowServer server) : IClassFixture<GatedFlowServer>
{
    private static readonly Dictionary<string, string> Nothing = [];

    [Fact]
    public async Task A_second_person_approves_without_giving_a_reason()
    {
        var asked = await SkipAskedAsync("applicant");
        var supervisor = await PageVisitor.SignedIn(server.Browser(), "supervisor", Server.Password);

        using var approved = await supervisor.Post($"/interventions/{asked}/decide?handler=Approve", Nothing);

        Assert.Equal($"/interventions/{asked}", approved.Headers.Location?.OriginalString);
        Assert.Equal("Approved", await StatusAsync(asked));
    }

    [Fact]
    public async Task Who_asked_takes_it_back_without_giving_a_reason()
    {
        var asked = await SkipAskedAsync("applicant-0001");
        var admin = await PageVisitor.SignedIn(server.Browser(), "admin", Server.Password);

        using var takenBack = await admin.Post($"/interventions/{asked}/decide?handler=TakeBack", Nothing);

        Assert.Equal($"/interventions/{asked}", takenBack.Headers.Location?.OriginalString);
        Assert.Equal("TakenBack", await StatusAsync(asked));
    }

    private async Task<string> SkipAskedAsync(string applicant)
    {
        var instance = (await Road.Start(server, applicant)).Declaration;
        var admin = await server.As("admin");
        var step = (await admin.Get($"/instances/{instance}")).Done().Items("steps").Single(s => s.Part("step").Text("id") == "gate");
        return (await admin.Post($"/instances/{instance}/skip", new { execution = step.Text("execution"), reason = "检查另行完成" }))
            .Done().Text("intervention");
    }

    private async Task<string> StatusAsync(string intervention) =>
        (await (await server.As("admin")).Get($"/interventions/{intervention}")).Done().Text("status");
}
