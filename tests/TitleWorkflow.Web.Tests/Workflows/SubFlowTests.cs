using System.Text.Json.Nodes;
using TitleWorkflow.Application.Seed;
using TitleWorkflow.Web.Tests.Hosting;
using TitleWorkflow.Web.Tests.Workflows.Fuzz;
using TitleWorkflow.Web.Tests.Workflows.Paper;

namespace TitleWorkflow.Web.Tests.Workflows;

public sealed class SubFlowServer : Server;

/// <summary>Flows used as steps: judged with the flow around them, so that nothing is hidden in them and nothing refused in vain.</summary>
public sealed class SubFlowTests(SubFlowServer server) : IClassFixture<SubFlowServer>, IAsyncLifetime
{
    private static readonly JsonObject Shipped =
        JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "workflows", "title-review.json")))!.AsObject();

    private static readonly (string Name, string Part, Action<DrawingBoard, SubFlow, string> Break, string Code, string Path)[] Table =
    [
        ("a refusal in it that goes on", "HopsAnyhow", (_, _, _) => { }, "declarations.not-ended", "$.root.activities[district]"),
        ("a ballot in it that passes whatever comes out", "VoteAnyhow", (_, _, _) => { }, "declarations.passed-only", "$.root.activities[postResult]"),
        ("assessment in it before acceptance", "Assessment", (b, _, _) => b.Lead("eligibility", "Accept", "part"),
            "declarations.accepted-before-assessment", "$.root.activities[part].root.activities["),
        ("hops in it before publicity at the employer", "Hops", (b, _, _) => b.Lead("employerCheck", "Pass", "part"),
            "declarations.employer-publicity-first", "$.root.activities[part].root.activities["),
        ("a result posted in it that is not signed", "Posting", (b, _, _) => b.Lead("ballot", "Passed", "part"),
            "declarations.result-signed", "$.root.activities[part].root.activities["),
        ("a refusal of it that goes on", "Hops", (b, _, _) => b.Lead("part", "Refuse", "city"), "declarations.not-ended", "$.root.activities[city]"),
        ("an outcome of it that nothing follows", "Hops", (b, _, _) => b.Cut("part", "Refuse"), "outcome.unconnected", "$.root.activities[part]"),
        ("assessment in it in a loop", "Assessment", (b, _, _) => b.Nest("part"), "floor.place", "$.root.activities[part].body.root.activities["),
        ("a version of it that does not exist", "Hops", (b, _, _) => Stand(b.Step("part"), null, "part-hops-9"),
            "floor.unknown-flow", "$.root.activities[part]"),
        ("a flow that may not be a step", "Hops", (b, _, _) => Stand(b.Step("part"), "title-review", null),
            "floor.unknown-flow", "$.root.activities[part]"),
        ("a flow started beside the case", "Hops", (b, p, _) => b.Model["root"]!["activities"]!.AsArray()[b.PlaceOf("part")] = new JsonObject
        {
            ["id"] = "part", ["type"] = "Elsa.DispatchWorkflow", ["version"] = 1,
            ["workflowDefinitionId"] = new JsonObject { ["typeName"] = "String", ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = p.DefinitionId } },
        }, "floor.flow-beside", "$.root.activities[part]"),
    ];

    private static IReadOnlyList<Approved> approved = [];

    public static TheoryData<string> Names => [.. Table.Select(row => row.Name)];

    public async Task InitializeAsync()
    {
        if (approved.Count == 0)
        {
            var round = new FuzzRound(await server.As("designer"), await server.As("designer2"), server.Errors, new FuzzTally());
            await round.Approve(SubFlow.All, Shipped);
            approved = round.Parts;
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory, InlineData("Hops"), InlineData("Assessment"), InlineData("Posting")]
    public async Task What_the_flow_around_it_guarantees_holds_in_a_sub_flow(string part)
    {
        var board = await With(part, "whole-" + part.ToLowerInvariant());

        var submitted = await board.Save(publish: true);

        submitted.Invalid();
        Assert.Contains("submitted", submitted.Text, StringComparison.Ordinal);
        var (broken, certificates) = await PaperRun.Dossiers(
            board.Model.ToJsonString(), 40, new Random(1), others: [.. approved.Select(a => a.Version)]);
        Assert.Empty(broken);
        Assert.NotEqual(0, certificates);
    }

    [Theory, MemberData(nameof(Names))]
    public async Task Nothing_is_hidden_in_a_sub_flow(string name)
    {
        var (_, part, breaks, code, path) = Table.Single(row => row.Name == name);
        var board = await With(part, $"hidden-{Array.FindIndex(Table, row => row.Name == name)}");
        var (piece, version) = approved.Single(a => a.Part.Name == part);
        breaks(board, piece, version.VersionId);
        var id = path.Split('[', ']')[1];

        var refused = await board.Save(publish: true);

        refused.Invalid();
        Assert.Contains($"[{code} {path.Replace($"[{id}]", $"[{board.PlaceOf(id)}]", StringComparison.Ordinal)}", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sub_flow_that_is_followed_is_not_changed_under_the_flows_that_follow_it()
    {
        var hops = SubFlow.All[0] with { Name = "Followed" };
        var flow = hops.CutFrom(Shipped);
        flow["options"]!["autoUpdateConsumingWorkflows"] = true;
        var first = await Publish(flow, hops.DefinitionId);
        var around = (JsonObject)Shipped.DeepClone();
        around["definitionId"] = "follows";
        hops.PutInto(around, first);
        await Publish(around, "follows");

        var next = await DrawingBoard.Open(server, "designer", hops.DefinitionId);
        next.Lead("town", "Refuse", "district");
        next.Lead("district", "Refuse", "endPass");
        var refused = await next.Save(publish: true, stepsMayGo: true);

        refused.Invalid();
        Assert.Contains("declarations.not-ended", refused.Text, StringComparison.Ordinal);
    }

    private static void Stand(JsonObject step, string? definitionId, string? versionId) =>
        (step["workflowDefinitionId"], step["workflowDefinitionVersionId"]) = (definitionId, versionId);

    private async Task<DrawingBoard> With(string part, string flow)
    {
        var (piece, version) = approved.Single(a => a.Part.Name == part);
        var board = await DrawingBoard.Open(server, "designer");
        piece.PutInto(board.Model, version.VersionId);
        board.Model["definitionId"] = flow;
        return board;
    }

    private async Task<string> Publish(JsonObject flow, string id)
    {
        var board = new DrawingBoard(await server.As("designer"), id);
        (await board.Act(HttpMethod.Post, "workflow-definitions", new { model = flow, publish = true })).Invalid();
        var approver = await server.As("designer2");
        var version = (await approver.Get($"/flows/{id}")).Done().Items("versions")[0].Text("versionId");
        (await approver.Post($"/flows/versions/{version}/publish")).Done();
        return version;
    }
}

/// <summary>A product whose flow of cases is fit only as a step of another.</summary>
public sealed class StepOnlyServer : Server
{
    private readonly string flows = Directory.CreateTempSubdirectory("titleworkflow-flows-").FullName;

    protected override string? Flows => flows;

    public override async Task InitializeAsync()
    {
        var shipped = Path.Combine(AppContext.BaseDirectory, "workflows", "title-review.json");
        var flow = SubFlow.All[0].CutFrom(JsonNode.Parse(await File.ReadAllTextAsync(shipped))!.AsObject());
        flow["definitionId"] = "title-review";
        await File.WriteAllTextAsync(Path.Combine(flows, "title-review.json"), flow.ToJsonString());
        await base.InitializeAsync();
    }
}

public sealed class StepOnlyTests(StepOnlyServer server) : IClassFixture<StepOnlyServer>
{
    [Fact]
    public async Task A_flow_that_is_only_a_step_of_others_leads_no_case()
    {
        var applicant = await server.As("applicant");

        var refused = await applicant.Post("/declarations", new { plan = DemoCity.Plan.Value });

        Assert.Equal("workflows.stands-alone", refused.Body!.Text("code"));
    }
}
