using TitleWorkflow.Web.Tests.Hosting;
using TitleWorkflow.Web.Tests.Roads;

namespace TitleWorkflow.Web.Tests.Workflows;

public sealed class CaseViewServer : Server
{
    protected override int MoreApplicants => 1;
}

/// <summary>What the designer's viewer is told of a case.</summary>
public sealed class CaseViewTests(CaseViewServer server) : IClassFixture<CaseViewServer>
{
    private const string Chart = "Workflow1:flowchart1";

    [Fact]
    public async Task The_viewer_is_told_what_is_done_what_waits_and_what_came_out_and_nothing_personal()
    {
        var road = await Road.AtEmployerPublicity(server);
        var viewer = new DrawingBoard(await server.As("designer"));

        var instance = (await viewer.Get($"workflow-instances/{road.Declaration}")).Done();
        Assert.Equal(("Running", "Suspended"), (instance.Text("status"), instance.Text("subStatus")));
        (await viewer.Get($"workflow-definitions/by-id/{instance.Text("definitionVersionId")}")).Done();

        string[] steps = ["declare", "employerCheck", "employerPublicity", "town"];
        var stats = (await viewer.Act(HttpMethod.Post, "activity-executions/report", new
        {
            workflowInstanceId = road.Declaration,
            activityNodeIds = steps.Select(s => $"{Chart}:{s}"),
        })).Done().Items("stats");
        Assert.Equal(
            ["declare 1 False", "employerCheck 1 False", "employerPublicity 0 True", "town 0 False"],
            stats.Select(s => $"{s.Text("activityId")} {s.Number("completedCount")} {s.Flag("isBlocked")}"));

        var journal = (await viewer.Act(HttpMethod.Post, $"workflow-instances/{road.Declaration}/journal?skip=1&take=2", new
        {
            filter = new { activityNodeIds = new[] { $"{Chart}:declare" } },
        })).Done();
        Assert.Equal(2, journal.Items("items").Count);
        Assert.True(journal.Number("totalCount") > 2);

        var visits = await viewer.Get(
            $"activity-execution-summaries/list?WorkflowInstanceId={road.Declaration}&ActivityNodeId={Chart}:declare");
        var visit = Assert.Single(visits.Done().Items("items"));
        Assert.Equal(("Completed", "Submit"), (visit.Text("status"), visit.Part("payload").Items("Outcomes")[0].ToString()));
        Assert.Equal(visit.Text("id"), (await viewer.Get($"activity-executions/by-id?id={visit.Text("id")}")).Done().Text("id"));

        var name = (await road.SeenBy("applicant")).Text("applicant");
        var all = await viewer.Act(HttpMethod.Post, $"workflow-instances/{road.Declaration}/journal?take=1000", new { });
        Assert.DoesNotContain(name, string.Concat(all.Text, visits.Text, instance.ToJsonString()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://localhost", 400)]
    [InlineData("http://elsewhere.example", 403)]
    [InlineData("null", 403)]
    public async Task Only_our_own_pages_open_the_line_on_which_the_viewer_is_told(string page, int expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/elsa/hubs/workflow-instance?id=negotiated-elsewhere");
        request.Headers.Add("Origin", page);

        using var answer = await (await server.As("designer")).Http.SendAsync(request);

        Assert.Equal(expected, (int)answer.StatusCode);
    }

    [Fact]
    public async Task A_step_inside_another_is_found_through_the_door_of_the_one_around_it()
    {
        var board = new DrawingBoard(await server.As("designer"), "nested");
        (await board.Act(HttpMethod.Post, "workflow-definitions/import", new
        {
            definitionId = "nested",
            root = new
            {
                id = "outer",
                type = "Elsa.Flowchart",
                activities = new object[]
                {
                    new
                    {
                        id = "if1",
                        type = "Elsa.If",
                        then = new { id = "inner", type = "Elsa.Flowchart", activities = new object[] { new { id = "line", type = "Elsa.WriteLine" } } },
                    },
                },
            },
        })).Done();
        await board.Load();
        var id = board.Model.Text("id");

        var way = (await board.Get($"workflow-definitions/subgraph/segments/{id}?childNodeId=Workflow1:outer:if1:inner:line")).Done();
        Assert.Equal("inner", way.Part("container").Part("activity").Text("id"));
        Assert.Equal(["if1 Then"], way.Items("pathSegments").Select(s => $"{s.Text("activityId")} {s.Text("portName")}"));
        var step = (await board.Get($"workflow-definitions/subgraph/{id}?parentNodeId=Workflow1:outer:if1")).Done();
        Assert.Equal("Elsa.If", step.Part("activity").Text("type"));
    }

    [Fact]
    public async Task Cases_are_listed_by_flow()
    {
        var road = await Road.Start(server, "applicant-0001");
        var viewer = new DrawingBoard(await server.As("admin"));

        var ours = (await viewer.Act(HttpMethod.Post, "workflow-instances", new { page = 0, pageSize = 10, definitionId = "title-review" })).Done();
        var others = (await viewer.Act(HttpMethod.Post, "workflow-instances", new { definitionId = "another" })).Done();

        var listed = ours.Items("items").Single(i => i.Text("id") == road.Declaration);
        Assert.Equal((1, "Running"), (listed.Number("version"), listed.Text("status")));
        Assert.Empty(others.Items("items"));
    }
}
