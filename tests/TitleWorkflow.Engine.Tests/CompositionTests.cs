using System.Text.Json.Nodes;
using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.State;
using TitleWorkflow.Engine.Tests.Hosting;

namespace TitleWorkflow.Engine.Tests;

[Trait("Semantics", "5")]
public sealed class CompositionTests
{
    private readonly EngineHost host = new();

    private static JsonObject Out(string id, string script, string name = "Out") =>
        Flow.Activity(id, "Elsa.SetOutput", new { outputName = name, outputValue = Flow.Script(script) });

    private static Flow Child() => Flow.Chart("review -Approve-> out").Add(Out("out", "getInput('X') * 2", "Double")).WithOutput("Double");

    [Theory]
    [InlineData("Elsa.DispatchWorkflow")]
    [InlineData("Elsa.ExecuteWorkflow")]
    public async Task A_parent_waits_for_the_end_of_its_child_and_gets_its_output(string type)
    {
        host.With(Child(), "child");
        host.With(Flow.Chart("d -> out").Add(Out("out", "getOutputFrom('d').Double"))
            .Add("d", type, new { workflowDefinitionId = "child", waitForCompletion = true, input = Flow.Input("Object", "{\"X\":21}") }), "parent");

        var parent = await host.Start("parent");
        Assert.Equal(WorkflowSubStatus.Suspended, host.Instance(parent.InstanceId).SubStatus);
        await host.Answer("review");

        Assert.Equal("42", host.Instance(parent.InstanceId).Output["Out"]!.ToJsonString());
        Assert.All(host.Store.InstanceIds, id => Assert.Equal(WorkflowSubStatus.Finished, host.Instance(id).SubStatus));
    }

    [Fact]
    public async Task An_executed_child_that_ends_at_once_does_not_make_its_parent_wait()
    {
        host.With(Flow.Chart().Add(Out("out", "getInput('X') + 1")), "child");
        host.With(Flow.Chart("d -> out").Add(Out("out", "getOutputFrom('d').Out"))
            .Add("d", "Elsa.ExecuteWorkflow", new { workflowDefinitionId = "child", input = Flow.Input("Object", "{\"X\":1}") }), "parent");

        var parent = await host.Start("parent");

        Assert.Equal("2", host.Instance(parent.InstanceId).Output["Out"]!.ToJsonString());
    }

    [Theory]
    [InlineData("Elsa.DispatchWorkflow", true)]
    [InlineData("Elsa.DispatchWorkflow", false)]
    [InlineData("Elsa.ExecuteWorkflow", false)]
    public async Task A_child_that_cannot_start_is_an_incident_of_the_parent(string type, bool waitForCompletion)
    {
        host.With(Flow.Chart().Add("d", type, new { workflowDefinitionId = "missing", waitForCompletion }), "parent");

        var parent = await host.Start("parent");

        Assert.Contains("'missing'", host.Instance(parent.InstanceId).Incidents.Single().Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bulk_dispatch_ends_when_every_child_has()
    {
        host.With(Child(), "child");
        host.With(Flow.Chart("bulk -Completed-> good", "bulk -Canceled-> bad", "bulk -Done-> done").Variable("R")
            .Add("bulk", "Elsa.BulkDispatchWorkflows", new
            {
                workflowDefinitionId = "child",
                waitForCompletion = true,
                items = Flow.Input("Object", "[{\"X\":1},{\"X\":2}]"),
                result = Flow.To("R"),
            }), "parent");

        var parent = await host.Start("parent");
        await host.Answer("review");
        await host.Answer("review");

        Assert.EndsWith("good done", host.Order(), StringComparison.Ordinal);
        Assert.Equal("""[{"Double":2},{"Double":4}]""", host.Instance(parent.InstanceId).Variables()["R"]!.ToJsonString());
    }

    [Fact]
    public async Task A_workflow_used_as_an_activity_runs_in_the_same_instance()
    {
        host.With(
            Flow.Chart("review -Approve-> out", "out -> c").WithInput("X", "Int32").WithOutput("Double").WithOutcomes("Good")
                .Variable("Y", "Int32", "3")
                .Add(Out("out", "getX() * 2 + variables.Y", "Double"))
                .Add("c", "Elsa.Complete", new { outcomes = "Good" }),
            "child");
        var published = (await host.Store.FindPublishedAsync("child", default))!;
        host.Catalog = host.Catalog.With(WorkflowActivity.Describe(published));
        var flow = Flow.Chart("sub -Good-> out").Variable("R", "Int32").Add(Out("out", "variables.R + getOutputFrom('sub', 'Double')"))
            .Add(new JsonObject
            {
                ["id"] = "sub",
                ["type"] = "Child",
                ["workflowDefinitionId"] = "child",
                ["workflowDefinitionVersionId"] = "child-v1",
                ["x"] = Flow.Script("10 + 1"),
                ["double"] = Flow.To("R"),
            });
        host.With(flow, "parent");

        var run = await host.Start("parent");
        await host.Answer("review");

        Assert.Single(host.Store.InstanceIds);
        Assert.Equal("50", host.Instance(run.InstanceId).Output["Out"]!.ToJsonString());
        Assert.Contains("Workflow1:chart:sub:chart:review", host.Store.Journal.Select(entry => entry.NodeId));
        Assert.Empty(Documents.DocumentValidator.Validate(Documents.WorkflowDocument.Parse(flow.ToJson()), host.Catalog));
    }

    [Fact]
    public async Task A_reported_task_resumes_directly_with_its_result()
    {
        host.With(Flow.Chart("t -> out").Add("t", "Elsa.RunTask", new { taskName = "Print" }).Add(Out("out", "getLastResult()")));

        var run = await host.Start();
        var id = host.Store.StoredBookmarks.Single().Payload!["TaskId"]!.GetValue<string>();
        await new Runtime.TaskReporter(host.Engine, "ben").ReportCompletionAsync(id, "printed");

        Assert.Equal("printed", host.Instance(run.InstanceId).Output["Out"]!.GetValue<string>());
    }
}

[Trait("Semantics", "12")]
public sealed class ActivationTests
{
    private readonly EngineHost host = new();

    [Theory]
    [InlineData("SingletonStrategy", "a", "b", StartOutcome.Refused)]
    [InlineData("CorrelatedSingletonStrategy", "a", "b", StartOutcome.Started)]
    [InlineData("CorrelatedSingletonStrategy", "a", "a", StartOutcome.Refused)]
    [InlineData("CorrelationStrategy", "a", "a", StartOutcome.Refused)]
    [InlineData("AllowAlwaysStrategy", "a", "a", StartOutcome.Started)]
    public async Task A_start_the_strategy_forbids_is_refused_and_not_an_error(string strategy, string first, string second, StartOutcome outcome)
    {
        host.With(Flow.Chart().Add("review", "Review").Option("activationStrategyType", $"Elsa.{strategy}, Elsa"));

        await host.Start(correlationId: first);

        Assert.Equal(outcome, (await host.Start(correlationId: second)).Outcome);
    }

    [Fact]
    public async Task A_finished_instance_stands_in_nobodys_way()
    {
        host.With(Flow.Chart().Add("review", "Review").Option("activationStrategyType", "SingletonStrategy"));

        await host.Start();
        await host.Answer("review");

        Assert.Equal(StartOutcome.Started, (await host.Start()).Outcome);
    }

    [Fact]
    public async Task What_is_not_published_cannot_start() =>
        Assert.Equal(StartOutcome.NotPublished, (await host.Start("nothing")).Outcome);
}

[Trait("Semantics", "7.5")]
public sealed class TriggerTests
{
    [Fact]
    public async Task Each_trigger_that_can_start_yields_its_records()
    {
        var host = new EngineHost();
        host.With(Flow.Chart("e -> a", "t -> a", "c -> a", "off -> a")
            .Add("e", "Elsa.Event", new { eventName = "Ping" }, new { canStartWorkflow = true })
            .Add("t", "Elsa.Timer", new { interval = "01:00:00" }, new { canStartWorkflow = true })
            .Add("c", "Elsa.Cron", new { cronExpression = "0 10 * * *" }, new { canStartWorkflow = true })
            .Add("off", "Elsa.Event", new { eventName = "Pong" }));

        var records = await TriggerIndex.ForAsync((await host.Store.FindPublishedAsync("flow", default))!, host.Catalog, host.Clock);

        Assert.Equal(
            [("e", "Elsa.Event", null), ("t", "TimerStimulus", host.Clock.Now.AddHours(1)), ("c", "CronStimulus", host.Clock.Now.AddHours(1))],
            records.Select(record => (record.ActivityId, record.Name, record.DueAt)));
        Assert.Equal(Execution.StimulusHash.Compute("Elsa.Event", new EventStimulus("Ping")), records[0].Hash);
    }
}
