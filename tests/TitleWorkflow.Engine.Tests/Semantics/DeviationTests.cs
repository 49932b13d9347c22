using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.State;
using TitleWorkflow.Engine.Tests.Hosting;

namespace TitleWorkflow.Engine.Tests.Semantics;

[Trait("Semantics", "8")]
public sealed class FrozenInstanceTests
{
    private readonly EngineHost host = new();

    [Trait("Checked", "8 queued work items still run after a fault")]
    [Trait("Deviate", "8 the loop stops after a fault and tasks stay frozen")]
    [Fact]
    public async Task Deviate_a_fault_stops_the_loop_and_freezes_tasks_and_queued_work()
    {
        host.With(Flow.Chart("s -> review", "s -> flaky", "s -> c").Add("flaky", "Flaky"));

        await host.Start();

        Assert.Equal(
            [
                "s Started", "s Completed", "review Started", "review Suspended", "flaky Started", "flaky Faulted",
            ],
            host.Trace());
        Assert.Equal(["review"], host.Instance().Bookmarks.Select(bookmark => bookmark.ActivityId));
        Assert.Equal(ResumeOutcome.AlreadyFinished, (await host.Answer("review")).Outcome);
    }

    [Fact]
    public async Task An_alteration_does_not_thaw_what_a_fault_froze_until_the_fault_is_dealt_with()
    {
        host.With(Flow.Chart("s -> flaky", "s -> c").Variable("X", "Int32").Add("flaky", "Flaky"));
        var run = await host.Start();

        await host.Engine.AlterAsync(
            new AlterInstance(run.InstanceId, Alteration.ParseAll("""[{"type":"ModifyVariable","variableId":"X","value":7}]""")) { By = "admin" },
            CancellationToken.None);
        Assert.Equal(("s flaky", WorkflowSubStatus.Faulted), (host.Order(), host.Instance().SubStatus));
        Assert.Equal("7", host.Instance().Variables()["X"]!.ToJsonString());

        host.Weather.IsBad = false;
        await host.Engine.RetryAsync(run.InstanceId, null, "admin", null, CancellationToken.None);
        Assert.Equal(("s flaky c flaky", WorkflowSubStatus.Finished), (host.Order(), host.Instance().SubStatus));
    }

    [Fact]
    public async Task Cancelling_the_faulted_step_closes_its_incident_and_lets_the_rest_go_on()
    {
        host.With(Flow.Chart("s -> flaky", "s -> c").Add("flaky", "Flaky"));
        var run = await host.Start();

        await host.Engine.AlterAsync(
            new AlterInstance(run.InstanceId, Alteration.ParseAll("""[{"type":"CancelActivity","activityId":"flaky"}]""")) { By = "admin" },
            CancellationToken.None);

        Assert.Equal(("s flaky c", WorkflowSubStatus.Finished), (host.Order(), host.Instance().SubStatus));
        Assert.False(host.Instance().Incidents.Single().IsOpen);
    }

    [Fact]
    public async Task Checked_a_flowchart_with_a_faulted_child_does_not_complete_even_after_a_new_run_of_the_same_node()
    {
        host.With(Flow.Chart("s -> flaky").ContinuingWithIncidents().Add("flaky", "Flaky"));
        var run = await host.Start();
        host.Weather.IsBad = false;

        await host.Engine.AlterAsync(
            new AlterInstance(run.InstanceId, Alteration.ParseAll("""[{"type":"ScheduleActivity","activityId":"flaky"}]""")) { By = "admin" },
            CancellationToken.None);

        Assert.Equal("s flaky flaky", host.Order());
        Assert.Equal((WorkflowStatus.Running, WorkflowSubStatus.Suspended), (host.Instance().Status, host.Instance().SubStatus));

        await host.Engine.RetryAsync(run.InstanceId, null, "admin", null, CancellationToken.None);
        Assert.Equal(WorkflowSubStatus.Finished, host.Instance().SubStatus);
    }
}

[Trait("Semantics", "5")]
public sealed class EndlessChainTests
{
    private readonly EngineHost host = new();

    [Fact]
    public async Task Workflows_that_execute_one_another_for_ever_end_in_an_incident()
    {
        host.With(Flow.Chart().Add("x", "Elsa.ExecuteWorkflow", new { workflowDefinitionId = "flow" }));

        var run = await host.Start();

        Assert.Contains("Workflows execute one another more than 16 deep.", host.Instance(run.InstanceId).Incidents.Single().Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Workflows_that_dispatch_one_another_for_ever_are_stopped()
    {
        host.Options = host.Options with { MaxBurstsPerCall = 20 };
        host.With(Flow.Chart().Add("x", "Elsa.DispatchWorkflow", new { workflowDefinitionId = "flow" }));

        await host.Start();

        Assert.Equal(21, host.Store.InstanceIds.Count());
        Assert.Equal(IncidentKind.Endless, host.Instance().Incidents.Single().Kind);
    }

    [Trait("Checked", "5 a reported task goes through the bookmark queue")]
    [Trait("Deviate", "5 a reported task resumes directly")]
    [Fact]
    public async Task Deviate_a_reported_task_resumes_directly()
    {
        host.With(Flow.Chart("t -> after").Add("t", "Elsa.RunTask", new { taskName = "Print" }));
        await host.Start();

        await new Runtime.TaskReporter(host.Engine, "printer").ReportCompletionAsync(host.Store.StoredBookmarks.Single().Id);

        Assert.Equal("t after", host.Order());
    }

    [Theory]
    [InlineData("0 0 L * *", "2026-11-02T09:00:00Z", "2026-11-30T00:00:00Z")]
    [InlineData("0 0 L-3 * *", "2026-11-02T09:00:00Z", "2026-11-27T00:00:00Z")]
    [InlineData("0 0 15W * *", "2026-11-02T09:00:00Z", "2026-11-16T00:00:00Z")]
    [InlineData("0 0 1W 8 *", "2026-07-02T09:00:00Z", "2026-08-03T00:00:00Z")]
    [InlineData("0 0 LW 1 *", "2027-01-02T09:00:00Z", "2027-01-29T00:00:00Z")]
    [InlineData("0 0 * * FRIL", "2026-11-02T09:00:00Z", "2026-11-27T00:00:00Z")]
    [InlineData("0 0 * * MON#2", "2026-11-02T09:00:00Z", "2026-11-09T00:00:00Z")]
    [InlineData("0 0 13 * FRI", "2026-11-02T09:00:00Z", "2026-11-13T00:00:00Z")]
    [InlineData("0 22-1 * * *", "2026-11-02T23:30:00Z", "2026-11-03T00:00:00Z")]
    [InlineData("30 0 8 ? DEC,JAN MON-FRI", "2026-11-02T09:00:00Z", "2026-12-01T08:00:30Z")]
    public void Cron_knows_seconds_names_lists_steps_and_the_letters_L_W_and_number_sign(string expression, string after, string next)
    {
        static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(At(next), CronSchedule.Parse(expression).Next(At(after), TimeZoneInfo.Utc));
    }
}

[Trait("Semantics", "12")]
public sealed class PinnedVersionTests
{
    private readonly EngineHost host = new();

    [Trait("Checked", "12 running instances keep their version")]
    [Fact]
    public async Task Checked_running_instances_keep_their_version_and_new_ones_take_the_published()
    {
        host.With(Flow.Chart("review -Approve-> old"));
        await host.Start();
        host.With(Flow.Chart("review -Approve-> young"), version: 2);

        await host.Answer("review");
        await host.Start();
        await host.Answer("review");

        Assert.Equal("review old review young", host.Order());
    }

    [Fact]
    public async Task A_workflow_used_as_an_activity_without_a_version_stays_on_the_one_the_instance_began_with()
    {
        host.With(Flow.Chart("review -Approve-> old"), "child");
        host.With(Flow.Chart().Add("sub", "Workflows.Child", new { workflowDefinitionId = "child" }), "parent");
        await host.Start("parent");
        host.With(Flow.Chart("review -Approve-> young"), "child", version: 2);
        host.ForgetCompiled();

        await host.Answer("review");
        await host.Start("parent");
        await host.Answer("review");

        Assert.Equal(["old", "young"], host.Order().Split(' ').Where(id => id is "old" or "young"));
    }

    [Theory]
    [InlineData("SingletonStrategy")]
    [InlineData("CorrelatedSingletonStrategy")]
    [InlineData("CorrelationStrategy")]
    public async Task Deviate_of_two_simultaneous_starts_a_unique_key_lets_one_pass(string strategy)
    {
        host.With(Flow.Chart().Add("review", "Review").Option("activationStrategyType", strategy));
        host.Store.ForgetsRunning = true;

        var first = await host.Start(correlationId: "D-1");
        var second = await host.Start(correlationId: "D-1");

        Assert.Equal((StartOutcome.Started, StartOutcome.Refused), (first.Outcome, second.Outcome));
    }

    [Fact]
    public async Task The_correlation_strategy_looks_at_instances_of_any_definition()
    {
        host.With(Flow.Chart().Add("review", "Review"), "other");
        host.With(Flow.Chart().Add("review", "Review").Option("activationStrategyType", "CorrelationStrategy"));
        await host.Start("other", correlationId: "D-1");

        Assert.Equal(StartOutcome.Refused, (await host.Start(correlationId: "D-1")).Outcome);
        Assert.Equal(StartOutcome.Started, (await host.Start(correlationId: "D-2")).Outcome);
    }
}

[Trait("Semantics", "10")]
public sealed class LogPersistenceTests
{
    private readonly EngineHost host = new();

    [Theory]
    [InlineData("""{"logPersistenceMode":{"default":"Exclude"}}""", null, null)]
    [InlineData("""{"logPersistenceMode":{"inputs":{"value":"Exclude"}}}""", null, "5")]
    [InlineData("""{"logPersistenceMode":{"default":"Exclude","outputs":{"result":"Include"}}}""", null, "5")]
    [InlineData("""{"logPersistenceConfig":{"inputs":{"value":{"evaluationMode":"Strategy","strategyType":"Elsa.Workflows.LogPersistence.Strategies.Exclude, Elsa.Workflows.Core"}}}}""", null, "5")]
    [InlineData("""{"logPersistenceMode":{"default":"Inherit"}}""", "5", "5")]
    public async Task A_mode_for_each_activity_and_property_decides_what_the_journal_keeps(string custom, string? input, string? output)
    {
        await host.With(Flow.Chart().Add("echo", "Echo", new { value = 5 }, System.Text.Json.Nodes.JsonNode.Parse(custom))).Start();

        var echo = ActivityExecution.From(host.Store.Journal).Single(execution => execution.ActivityId == "echo");
        Assert.Equal((input, output), (echo.Inputs?["Value"]?.ToJsonString(), echo.Outputs?["Result"]?.ToJsonString()));
    }
}

[Trait("Semantics", "2")]
public sealed class ScriptDeviationTests
{
    [Theory]
    [InlineData("var f = (a) => a", "write 'function (a) { return …; }'")]
    [InlineData("`text`", "write 'text' + value")]
    [InlineData("f(...list)", "use concat for lists and apply for arguments")]
    [InlineData("class A { }", "use a function that returns an object")]
    [InlineData("a ?? b", "write a != null ? a : b")]
    [InlineData("a?.b", "write a && a.b")]
    [InlineData("let x = 1", "use 'var'")]
    [InlineData("for (var x of list) { }", "count with 'for (var i = 0; i < list.length; i++)'")]
    public void Newer_syntax_is_refused_with_the_way_ES5_writes_it(string script, string advice) =>
        Assert.Contains(advice, Expressions.ScriptSyntax.Check(script)!.Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("var o = { toString: function () { return o + ''; } }; o + ''")]
    [InlineData("function F() { new F(); } new F()")]
    [InlineData("var o = { get x() { return o.x; } }; o.x")]
    [InlineData("var o = { valueOf: function () { return o * 2; } }; o * 2")]
    public void Functions_the_interpreter_calls_itself_cannot_exhaust_the_stack(string script)
    {
        var context = TestContexts.OfStep();
        Exception? thrown = null;
        var thread = new Thread(() => thrown = Record.Exception(() => context.Run(script)), 1024 * 1024);
        thread.Start();
        thread.Join();

        Assert.IsType<Expressions.ExpressionException>(thrown);
    }
}
