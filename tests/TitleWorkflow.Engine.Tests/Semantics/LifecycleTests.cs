using TitleWorkflow.Engine.State;
using TitleWorkflow.Engine.Tests.Hosting;

namespace TitleWorkflow.Engine.Tests.Semantics;

[Trait("Semantics", "3")]
public sealed class LifecycleTests
{
    private readonly EngineHost host = new();

    [Fact]
    public async Task The_example_of_a_fork_executes_in_queue_order()
    {
        await host.With(Flow.Chart("s -> a", "s -> b", "a -> a2", "b -> b2")).Start();

        Assert.Equal("s a b a2 b2", host.Order());
    }

    [Fact]
    public async Task A_resume_uses_the_execution_that_made_the_bookmark_and_a_loop_makes_a_new_one()
    {
        host.With(Flow.Chart("start -> review", "review -Reject-> fix", "fix -> review"));

        await host.Start();
        await host.Answer("review", "Reject");

        var executions = host.Store.Journal.Where(entry => entry.ActivityId == "review").Select(entry => entry.ActivityInstanceId).ToList();
        Assert.Equal([true, true, true, true, false, false], executions.Select(id => id == executions[0]));
    }

    [Trait("Checked", "3 suspended is also what has no bookmark at all")]
    [Trait("Deviate", "3 such instances are reported as stuck")]
    [Fact]
    public async Task Checked_and_Deviate_what_nothing_can_resume_is_suspended_and_an_incident_says_why()
    {
        await host.With(Flow.Chart("a -> forgetful").Add("forgetful", "Forgetful")).Start();

        var incident = host.Instance().Incidents.Single();
        Assert.Equal((WorkflowStatus.Running, WorkflowSubStatus.Suspended), (host.Instance().Status, host.Instance().SubStatus));
        Assert.Equal((IncidentKind.Stuck, "'forgetful' neither completed nor made a bookmark."), (incident.Kind, incident.Message));
    }

    [Fact]
    public async Task A_precondition_that_does_not_hold_leaves_the_step_pending_and_schedules_nothing()
    {
        await host.With(Flow.Chart("a -> ready", "ready -> after").Variable("Ready", "Boolean").Add("ready", "WhenReady")).Start();

        Assert.Equal(["a Started", "a Completed", "ready Started", "ready Precondition Failed"], host.Trace());

        await host.Engine.AlterAsync(
            new AlterInstance(host.Instance().Id, Alteration.ParseAll(
                $$"""[{"type":"ModifyVariable","variableId":"Ready","value":true},{"type":"ScheduleActivity","activityInstanceId":"{{host.Instance().ActiveActivities().Last().InstanceId}}"}]"""))
            { By = "admin" },
            CancellationToken.None);

        Assert.Equal("a ready ready after", host.Order());
        Assert.Equal(WorkflowSubStatus.Finished, host.Instance().SubStatus);
    }

    [Fact]
    public async Task A_created_instance_has_run_nothing_until_it_is_run()
    {
        host.With(Flow.Chart("a -> review"));

        var created = await host.Engine.CreateAsync(new StartWorkflow("flow") { By = "anna" }, CancellationToken.None);
        Assert.Equal(WorkflowSubStatus.Pending, host.Instance(created.InstanceId).SubStatus);
        Assert.Empty(host.Trace());

        await host.Engine.RunAsync(new RunInstance(created.InstanceId) { By = "anna" }, CancellationToken.None);
        Assert.Equal("a review", host.Order());

        // One that waits is not begun again.
        await host.Engine.RunAsync(new RunInstance(created.InstanceId) { By = "anna" }, CancellationToken.None);
        Assert.Equal("a review", host.Order());
    }
}

[Trait("Semantics", "7.6")]
public sealed class CorrelationTests
{
    private readonly EngineHost host = new();

    [Fact]
    public async Task A_bookmark_keeps_the_correlation_id_it_was_stored_with()
    {
        host.With(Flow.Chart("s -> review", "s -> e", "e -> c").Add("e", "Elsa.Event", new { eventName = "Ping" })
            .Add("c", "Elsa.Correlate", new { correlationId = "D-2" }));

        await host.Start(correlationId: "D-1");
        await host.Engine.SendAsync(new SendStimulus(new Activities.EventStimulus("Ping")) { By = "x" }, CancellationToken.None);

        Assert.Equal("D-2", host.Instance().CorrelationId);
        Assert.Equal("D-1", host.Store.StoredBookmarks.Single().CorrelationId);
    }

    [Fact]
    public async Task Must_the_process_of_a_document_is_found_by_its_correlation_id()
    {
        host.With(Flow.Chart().Add("review", "Review"));
        await host.Start(correlationId: "D-1");
        var wanted = await host.Start(correlationId: "D-2");

        var result = await host.Resume(new ReviewAnswered("review"), correlationId: "D-2");

        Assert.Equal(wanted.InstanceId, result.Runs.Single().InstanceId);
    }
}
