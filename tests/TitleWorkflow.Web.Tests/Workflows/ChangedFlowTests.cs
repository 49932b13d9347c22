using System.Text.Json.Nodes;
using TitleWorkflow.Web.Tests.Hosting;
using TitleWorkflow.Web.Tests.Roads;

namespace TitleWorkflow.Web.Tests.Workflows;

/// <summary>A product started on an edited copy of its flow: district before town, and another role at the town's step.</summary>
public sealed class ChangedFlowServer : Server
{
    private readonly string flows = Directory.CreateTempSubdirectory("titleworkflow-flows-").FullName;

    protected override string? Flows => flows;

    public override async Task InitializeAsync()
    {
        var shipped = Path.Combine(AppContext.BaseDirectory, "workflows", "title-review.json");
        var flow = JsonNode.Parse(await File.ReadAllTextAsync(shipped))!;
        Lead(flow, "recommend", "Recommend", "district");
        Lead(flow, "district", "Pass", "town");
        Lead(flow, "town", "Pass", "city");
        var town = flow["root"]!["activities"]!.AsArray().Single(a => (string?)a!["id"] == "town")!;
        town["role"]!["expression"]!["value"] = "ServiceCommissioner";
        town["scope"]!["expression"]!["value"] = "District";
        await File.WriteAllTextAsync(Path.Combine(flows, "title-review.json"), flow.ToJsonString());
        await base.InitializeAsync();
    }

    private static void Lead(JsonNode flow, string from, string port, string to) => flow["root"]!["connections"]!.AsArray()
        .Single(c => (string?)c!["source"]!["activity"] == from && (string?)c["source"]!["port"] == port)!["target"]!["activity"] = to;
}

public sealed class ChangedFlowTests(ChangedFlowServer server) : IClassFixture<ChangedFlowServer>
{
    [Fact]
    public async Task The_order_of_the_hops_and_who_does_them_are_what_the_flow_file_says()
    {
        var road = await Road.AtEmployerPublicity(server);
        await road.EmployerPublicityEnds();
        (await road.EmployerRecommends()).Done();

        Assert.Null(await road.TaskOf("town", "vetting"));
        (await road.Passes("district")).Done();
        Assert.Null(await road.TaskOf("town", "vetting"));
        Assert.Null(await road.TaskOf("city", "vetting"));
        (await road.Passes("commissioner")).Done();
        (await road.Passes("city")).Done();

        Assert.NotNull(await road.TaskOf("organiser", "eligibility"));
    }
}
