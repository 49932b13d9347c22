using TitleWorkflow.Engine.State;
using TitleWorkflow.Engine.Tests.Hosting;

namespace TitleWorkflow.Engine.Tests;

[Trait("Semantics", "8")]
public sealed class IncidentTests
{
    private readonly EngineHost host = new();

    private static Flow Forked() => Flow.Chart("s -> review", "s -> flaky", "s -> c", "c -> c2", "flaky -> after", "review -Approve-> after");

    private static Flow ForkedFlaky() => Forked().Add("flaky", "Flaky");

    private Task<RunResult?> Skip(RunResult run, string activityInstanceId, params string[] outcomes) => host.Engine.SkipAsync(
        new SkipActivity(run.InstanceId, activityInstanceId) { Outcomes = outcomes, By = "admin", Reason = "not needed" },
        CancellationToken.None);

    [Fact]
    public async Task A_fault_stops_the_burst_and_freezes_bookmarks_and_queued_work()
    {
        host.With(ForkedFlaky());

        var run = await host.Start();

        // Elsa would still run c here.
        Assert.Equal("s review flaky", host.Order());
        Assert.Equal((WorkflowStatus.Finished, WorkflowSubStatus.Faulted), (run.Status, run.SubStatus));
        Assert.Equal("The weather is bad.", run.NewIncidents.Single().Message);
        Assert.Single(host.Instance().Bookmarks);
        Assert.Single(host.Store.StoredBookmarks);
        Assert.Equal(ResumeOutcome.AlreadyFinished, (await host.Answer("review")).Outcome);
    }

    [Fact]
    public async Task A_retry_executes_the_same_execution_again_and_thaws_the_rest()
    {
        host.With(ForkedFlaky());
        var run = await host.Start();
        host.Weather.IsBad = false;

        var retried = (await host.Engine.RetryAsync(run.InstanceId, null, "admin", null, CancellationToken.None))!;
        await host.Answer("review");

        Assert.Equal(WorkflowSubStatus.Suspended, retried.SubStatus);
        Assert.Equal("s review flaky c flaky c2 after", host.Order());
        Assert.Equal(WorkflowSubStatus.Finished, host.Instance().SubStatus);
        Assert.Single(host.Store.Journal.Where(entry => entry.ActivityId == "flaky").Select(entry => entry.ActivityInstanceId).Distinct());
        var incident = host.Instance().Incidents.Single();
        Assert.Equal(("admin", "Retried", false), (incident.ClosedBy, incident.Resolution, incident.IsOpen));
    }

    [Fact]
    public async Task A_retry_that_fails_again_opens_another_incident()
    {
        host.With(ForkedFlaky());
        var run = await host.Start();

        var retried = (await host.Engine.RetryAsync(run.InstanceId, null, "admin", null, CancellationToken.None))!;

        Assert.Equal(WorkflowSubStatus.Faulted, retried.SubStatus);
        Assert.Equal([false, true], host.Instance().Incidents.Select(incident => incident.IsOpen));
        Assert.Null(await host.Engine.RetryAsync(run.InstanceId, host.Instance().Incidents[0].Id, "admin", null, CancellationToken.None));
    }

    [Fact]
    public async Task A_skip_completes_the_step_with_the_outcome_a_person_chooses()
    {
        host.With(Flow.Chart("flaky -Done-> a", "flaky -Other-> b").Add("flaky", "Flaky"));
        var run = await host.Start();

        await Skip(run, run.NewIncidents[0].ActivityInstanceId, "Other");

        Assert.Equal("flaky b", host.Order());
        Assert.Equal("not needed", host.Instance().Incidents.Single().Resolution);
        Assert.Contains("flaky Skipped", host.Trace());
    }

    [Fact]
    public async Task A_skip_of_a_waiting_step_closes_its_task_and_goes_on()
    {
        host.With(Flow.Chart("review -Approve-> a", "review -Reject-> b"));
        var run = await host.Start();

        await Skip(run, host.Store.StoredBookmarks.Single().ActivityInstanceId, "Approve");

        Assert.Equal("review a", host.Order());
        Assert.Equal(["review: not needed"], host.Tasks.Closed);
        Assert.Empty(host.Store.StoredBookmarks);
        Assert.Equal(WorkflowSubStatus.Finished, host.Instance().SubStatus);
    }

    [Fact]
    public async Task A_skip_in_a_faulted_instance_thaws_the_other_branches()
    {
        host.With(ForkedFlaky());
        var run = await host.Start();

        await Skip(run, run.NewIncidents[0].ActivityInstanceId);

        Assert.Equal("s review flaky c c2", host.Order());
        Assert.Equal((WorkflowStatus.Running, WorkflowSubStatus.Suspended), (host.Instance().Status, host.Instance().SubStatus));
    }

    [Fact]
    public async Task Neither_the_workflow_itself_nor_what_is_over_can_be_skipped()
    {
        host.With(Flow.Chart("start -> review"));
        var run = await host.Start();
        var root = host.Store.Journal[0].ActivityInstanceId;
        var over = host.Store.Journal.First(entry => entry.ActivityId == "start").ActivityInstanceId;
        host.Store.Changes.Clear();

        Assert.Null(await Skip(run, root));
        Assert.Null(await Skip(run, over));
        Assert.Empty(host.Store.Changes);
    }

    [Fact]
    public async Task A_retry_with_a_reason_closes_the_incident_with_it_and_journals_it()
    {
        host.With(Flow.Chart().Add("flaky", "Flaky"));
        var run = await host.Start();
        host.Weather.IsBad = false;

        await host.Engine.RetryAsync(run.InstanceId, null, "admin", "the sun is out", CancellationToken.None);

        Assert.Equal("the sun is out", host.Instance().Incidents.Single().Resolution);
        Assert.Equal("the sun is out", host.Store.Journal.Single(entry => entry.EventName == JournalEvents.Retried).Message);
    }

    [Trait("Checked", "8 continuing with incidents leaves the workflow suspended with an incident")]
    [Fact]
    public async Task Continuing_with_incidents_lets_siblings_go_on_and_the_flowchart_stays_open()
    {
        host.With(ForkedFlaky().ContinuingWithIncidents());

        var run = await host.Start();
        await host.Answer("review");

        Assert.Equal("s review flaky c c2", host.Order());
        Assert.Equal((WorkflowStatus.Running, WorkflowSubStatus.Suspended), (host.Instance().Status, host.Instance().SubStatus));

        // Elsa's flowchart never completes by itself any more; here the retried execution is the old one.
        host.Weather.IsBad = false;
        await host.Engine.RetryAsync(run.InstanceId, null, "admin", null, CancellationToken.None);

        Assert.Equal(WorkflowSubStatus.Finished, host.Instance().SubStatus);
    }

    [Fact]
    public async Task A_container_that_handles_the_fault_leaves_no_incident_but_the_journal_entry()
    {
        host.With(Flow.Chart("guarded -Rescued-> a", "guarded -Done-> b")
            .Add("guarded", "Guarded", new { body = Flow.Activity("flaky", "Flaky") }));

        await host.Start();

        Assert.Empty(host.Instance().Incidents);
        Assert.Contains("flaky Faulted", host.Trace());
        Assert.EndsWith("a", host.Order(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_host_lets_through_flies_out_of_the_burst_and_nothing_is_staged()
    {
        host.Options = host.Options with { LetThrough = exception => exception is RefusedException };
        host.With(Flow.Chart("a -> refuse").Add("refuse", "Refuse"));

        await Assert.ThrowsAsync<RefusedException>(() => host.Start());

        Assert.Empty(host.Store.Changes);
    }

    [Fact]
    public async Task A_failing_input_expression_faults_the_activity()
    {
        await host.With(Flow.Chart().Add("echo", "Echo", new { value = Flow.Script("missing.field") })).Start();

        Assert.Contains("missing", host.Instance().Incidents.Single().Message, StringComparison.Ordinal);
        Assert.Equal("echo", host.Instance().Incidents.Single().ActivityId);
    }

    [Fact]
    public async Task A_circle_without_a_wait_is_stopped_by_an_incident_that_says_so()
    {
        host.Options = host.Options with { MaxStepsPerBurst = 50 };
        await host.With(Flow.Chart("start -> a", "a -> b", "b -> a")).Start();

        var incident = host.Instance().Incidents.Single();

        Assert.Equal(IncidentKind.Endless, incident.Kind);
        Assert.Equal(WorkflowSubStatus.Faulted, host.Instance().SubStatus);
    }

    [Fact]
    public async Task A_deliberate_fault_carries_its_message()
    {
        await host.With(Flow.Chart().Add("f", "Elsa.Fault", new { code = "E1", message = "Quota exceeded." })).Start();

        Assert.Equal("Quota exceeded.", host.Instance().Incidents.Single().Message);
    }
}

[Trait("Semantics", "3")]
public sealed class StuckTests
{
    private readonly EngineHost host = new();

    [Fact]
    public async Task A_join_that_can_never_fire_is_reported_and_the_incident_says_why()
    {
        host.Options = host.Options with { FlowchartMode = FlowchartMode.Token };
        await host.With(Flow.Chart("start -> d", "d -True-> a", "d -False-> b", "a -> m", "b -> m")
            .Add("d", "Elsa.FlowDecision", new { condition = true })
            .Add("m", "Step", custom: new { mergeMode = "Merge" })).Start();

        var incident = host.Instance().Incidents.Single();

        Assert.Equal((IncidentKind.Stuck, WorkflowSubStatus.Suspended), (incident.Kind, host.Instance().SubStatus));
        Assert.Equal("'m' waits for branches that do not come any more.", incident.Message);
        Assert.Equal(("m", VainWaitCause.Join), (incident.Waits!.Single().ActivityId, incident.Waits!.Single().Cause));
    }

    [Fact]
    public async Task A_step_that_neither_completes_nor_waits_is_reported()
    {
        await host.With(Flow.Chart("a -> forgetful").Add("forgetful", "Forgetful")).Start();

        Assert.Equal("'forgetful' neither completed nor made a bookmark.", host.Instance().Incidents.Single().Message);
    }

    [Fact]
    public async Task A_precondition_that_does_not_hold_leaves_the_step_pending()
    {
        await host.With(Flow.Chart("a -> ready").Add("ready", "WhenReady")).Start();

        Assert.Contains("ready Precondition Failed", host.Trace());
        Assert.Equal(WorkflowSubStatus.Suspended, host.Instance().SubStatus);
        Assert.Equal("'ready' is held back: its precondition does not hold.", host.Instance().Incidents.Single().Message);
    }
}

[Trait("Semantics", "9")]
public sealed class CancellationTests
{
    private readonly EngineHost host = new();

    [Trait("Checked", "9 cancelled instances leave their executions running")]
    [Trait("Deviate", "9 every execution is cancelled depth-first first")]
    [Fact]
    public async Task Cancelling_an_instance_cancels_every_execution_depth_first_and_closes_its_tasks()
    {
        host.With(Flow.Chart("s -> box", "s -> review3").Add("box", "Elsa.Parallel", new
        {
            activities = new[] { Flow.Activity("review1", "Review"), Flow.Activity("review2", "Review") },
        }));
        var run = await host.Start();
        host.Store.Changes.Clear();

        var result = (await host.Engine.CancelAsync(run.InstanceId, "admin", "withdrawn", CancellationToken.None))!;

        Assert.Equal(
            ["Workflow1 Workflow cancelled", "Workflow1 Canceled", "chart Canceled", "box Canceled", "review1 Canceled", "review2 Canceled", "review3 Canceled"],
            host.Trace(containers: true));
        Assert.Equal(["review1: withdrawn", "review2: withdrawn", "review3: withdrawn"], host.Tasks.Closed);
        Assert.Equal((WorkflowStatus.Finished, WorkflowSubStatus.Cancelled), (result.Status, result.SubStatus));
        Assert.Empty(host.Store.StoredBookmarks);
        Assert.Empty(host.Instance().ActiveActivities());
    }

    [Fact]
    public async Task Cancelling_what_has_finished_does_nothing()
    {
        var run = await host.With(Flow.Chart("a -> b")).Start();
        host.Store.Changes.Clear();

        var result = (await host.Engine.CancelAsync(run.InstanceId, "admin", "late", CancellationToken.None))!;

        Assert.Equal(WorkflowSubStatus.Finished, result.SubStatus);
        Assert.Empty(host.Store.Changes);
    }

    [Fact]
    public async Task A_finish_cancels_what_is_still_open_so_that_tasks_are_closed()
    {
        host.With(Flow.Chart("s -> review1", "s -> review2", "review2 -Approve-> finish").Add("finish", "Elsa.Finish"));

        await host.Start();
        await host.Answer("review2");

        Assert.Equal(["review1: by the flow"], host.Tasks.Closed);
        Assert.Contains("review1 Canceled", host.Trace());
        Assert.Equal(WorkflowSubStatus.Finished, host.Instance().SubStatus);
    }

    [Fact]
    public async Task A_finish_ends_the_workflow_from_within_containers()
    {
        await host.With(Flow.Of(Flow.Sequence("outer",
            Flow.Sequence("inner", Flow.Activity("finish", "Elsa.Finish"), Flow.Activity("never", "Step")),
            Flow.Activity("neverEither", "Step")))).Start();

        Assert.Equal("inner finish", host.Order());
        Assert.Equal(WorkflowSubStatus.Finished, host.Instance().SubStatus);
    }

    [Fact]
    public async Task Cancelling_a_parent_cancels_what_it_has_dispatched()
    {
        host.With(Flow.Chart().Add("review", "Review"), "child");
        host.With(Flow.Chart().Add("d", "Elsa.DispatchWorkflow", new { workflowDefinitionId = "child", waitForCompletion = true }), "parent");
        var run = await host.Start("parent");

        await host.Engine.CancelAsync(run.InstanceId, "admin", "off", CancellationToken.None);

        Assert.All(host.Store.InstanceIds, id => Assert.Equal(WorkflowSubStatus.Cancelled, host.Instance(id).SubStatus));
        Assert.Equal(["review: off"], host.Tasks.Closed);
    }
}
