using TitleWorkflow.Engine.State;
using TitleWorkflow.Engine.Tests.Hosting;

namespace TitleWorkflow.Engine.Tests.Semantics;

[Trait("Semantics", "4.4")]
public sealed class FlowActivityTests
{
    private const string Rework = """
        { "id": "F", "type": "Elsa.Flowchart", "version": 1,
          "activities": [
            { "id": "start", "type": "Elsa.Start", "version": 1 },
            { "id": "review", "type": "Test.Review", "version": 1 },
            { "id": "rework", "type": "Test.Step", "version": 1 },
            { "id": "done", "type": "Elsa.End", "version": 1 } ],
          "connections": [
            { "source": { "activity": "start", "port": "Done" }, "target": { "activity": "review", "port": "In" } },
            { "source": { "activity": "review", "port": "Approve" }, "target": { "activity": "done", "port": "In" } },
            { "source": { "activity": "review", "port": "Reject" }, "target": { "activity": "rework", "port": "In" } },
            { "source": { "activity": "rework", "port": "Done" }, "target": { "activity": "review", "port": "In" } } ] }
        """;

    private readonly EngineHost host = new();

    [Fact]
    public async Task Must_the_example_of_an_approval_with_rework_runs()
    {
        host.Store.Publish("flow", $$"""{"definitionId":"flow","root":{{Rework}}}""");

        await host.Start();
        await host.Answer("review", "Reject");
        await host.Answer("review", "Approve");

        Assert.Equal(
            [
                "Workflow1 Started", "F Started", "start Started", "start Completed", "review Started", "review Suspended",
                "review Resumed", "review Completed", "rework Started", "rework Completed", "review Started", "review Suspended",
                "review Resumed", "review Completed", "done Started", "done Completed", "F Completed", "Workflow1 Completed",
            ],
            host.Trace(containers: true));
    }

    [Theory]
    [InlineData("true", "d yes")]
    [InlineData("false", "d no")]
    public async Task A_decision_takes_True_or_False(string condition, string order)
    {
        await host.With(Flow.Chart("d -True-> yes", "d -False-> no")
            .Add("d", "Elsa.FlowDecision", new { condition = Flow.Input("JavaScript", condition, "Boolean") })).Start();

        Assert.Equal(order, host.Order());
    }

    [Fact]
    public async Task A_fork_returns_all_its_branches()
    {
        await host.With(Flow.Chart("f -x-> a", "f -y-> b", "f -z-> c").Add("f", "Elsa.FlowFork", new { branches = new[] { "x", "z" } })).Start();

        Assert.Equal("f a c", host.Order());
    }

    [Trait("Checked", "4.4 End completes the flowchart and cancels its other branches")]
    [Fact]
    public async Task Checked_an_end_completes_the_enclosing_flowchart_and_cancels_its_other_branches()
    {
        var inner = Flow.Chart("s -> reviewInner", "s -> end").Chart("inner");
        host.With(Flow.Chart("box -> after", "go -> box", "go -> reviewOuter").Add("go", "Step").Add(inner.With("id", "box")));

        await host.Start();

        Assert.Equal("go box reviewOuter s reviewInner end after", host.Order());
        Assert.Equal(["reviewInner: by the flow"], host.Tasks.Closed);
        Assert.Equal(["reviewOuter"], host.Instance().Bookmarks.Select(bookmark => bookmark.ActivityId));
    }

    [Trait("Checked", "4.4 Finish leaves other executions running in the history")]
    [Trait("Deviate", "4.4 Finish cancels them")]
    [Fact]
    public async Task Deviate_a_finish_cancels_open_executions_so_that_human_tasks_are_closed()
    {
        host.With(Flow.Chart("s -> review1", "s -> review2", "review2 -Approve-> finish").Add("finish", "Elsa.Finish"));

        await host.Start();
        await host.Answer("review2");

        Assert.Equal(
            [
                "s Started", "s Completed", "review1 Started", "review1 Suspended", "review2 Started", "review2 Suspended",
                "review2 Resumed", "review2 Completed", "finish Started", "finish Completed", "review1 Canceled",
            ],
            host.Trace());
        Assert.Equal(["review1: by the flow"], host.Tasks.Closed);
        Assert.Equal(WorkflowSubStatus.Finished, host.Instance().SubStatus);
    }
}

file static class JsonExtensions
{
    public static System.Text.Json.Nodes.JsonObject With(this System.Text.Json.Nodes.JsonObject json, string name, string value)
    {
        json[name] = value;

        return json;
    }
}
