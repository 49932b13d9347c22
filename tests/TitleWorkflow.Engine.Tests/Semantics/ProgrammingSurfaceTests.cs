using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.Execution;
using TitleWorkflow.Engine.Notifications;
using TitleWorkflow.Engine.Runtime;
using TitleWorkflow.Engine.State;
using TitleWorkflow.Engine.Tests.Hosting;

namespace TitleWorkflow.Engine.Tests.Semantics;

[Trait("Semantics", "14")]
public sealed class ProgrammingSurfaceTests
{
    private readonly EngineHost host = new();

    [Fact]
    public async Task The_examples_human_task_runs_after_a_change_of_usings_only()
    {
        host.With(Flow.Chart("review -Approve-> good", "review -Reject-> bad").Variable("Why")
            .Add("review", "Acme.Review", new { assignee = "Li", comment = Flow.To("Why") }));
        await host.Start();
        var bookmark = host.Store.StoredBookmarks.Single();

        // The hash holds the execution's id, as it does by default: the stimulus alone is not enough.
        Assert.Equal(ResumeOutcome.NotFound, (await host.Resume(new Acme.ReviewStimulus(bookmark.ActivityInstanceId))).Outcome);
        await host.Engine.ResumeAsync(
            new ResumeWorkflow
            {
                Stimulus = new Acme.ReviewStimulus(bookmark.ActivityInstanceId),
                ActivityInstanceId = bookmark.ActivityInstanceId,
                Input = EngineHost.Values(new { Outcome = "Reject", Comment = "too short" }),
                By = "ben",
            },
            CancellationToken.None);

        Assert.Equal("review bad", host.Order());
        Assert.Equal("too short", host.Instance().Variables()["Why"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("Li", "greeting known", "greeted Li")]
    [InlineData("Wu", "greeting done", "greeted Wu")]
    public async Task A_composite_runs_what_its_constructor_made(string who, string order, string result)
    {
        await host.With(Flow.Chart("greeting -Known-> known", "greeting -Done-> done").WithOutput("Out")
            .Add("greeting", "Greeting", new { who, result = Flow.To("Out") })).Start();

        Assert.Equal([$"Hello {who}", "Bye nobody"], host.Console.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        Assert.Equal(order, string.Join(' ', host.Order().Split(' ').Where(id => id is "greeting" or "known" or "done")));
        Assert.Equal(result, host.Instance().Output["Out"]!.GetValue<string>());
        Assert.Contains("Workflow1:chart:greeting:greeting.1:first", host.Store.Journal.Select(entry => entry.NodeId));
    }

    [Fact]
    public async Task A_container_decides_what_runs_when()
    {
        await host.With(Flow.Of(Flow.Activity("b", "Backwards", new
        {
            activities = new[] { Flow.Activity("one", "Step"), Flow.Activity("two", "Step") },
        }))).Start();

        Assert.Equal("two one", host.Order());
    }

    [Fact]
    public async Task A_trigger_may_find_its_stimuli_asynchronously_and_name_its_own_type()
    {
        host.With(Flow.Chart().Add("n", "Custom.NumberCame", custom: new { canStartWorkflow = true }));

        var records = await TriggerIndex.ForAsync((await host.Store.FindPublishedAsync("flow", default))!, host.Catalog, host.Clock);

        Assert.Equal(3, host.Catalog.Find("Custom.NumberCame")!.Version);
        Assert.Equal(
            [StimulusHash.Compute("Custom.NumberCame", "one"), StimulusHash.Compute("Custom.NumberCame", "two")],
            records.Select(record => record.Hash));
    }

    [Fact]
    public async Task The_runtimes_client_creates_runs_resumes_and_cancels()
    {
        host.With(Flow.Chart("review -Approve-> review2").WithInput("Dossier"));
        var client = await new WorkflowRuntime(host.Engine, "anna").CreateClientAsync("case-1");

        var created = await client.CreateInstanceAsync(new CreateWorkflowInstanceRequest
        {
            WorkflowDefinitionHandle = WorkflowDefinitionHandle.ByDefinitionId("flow"),
            Input = new Dictionary<string, object> { ["Dossier"] = "D-1" },
        });
        var run = await client.RunInstanceAsync(RunWorkflowInstanceRequest.Empty);
        var resumed = await client.RunInstanceAsync(new RunWorkflowInstanceRequest
        {
            BookmarkId = host.Store.StoredBookmarks.Single().Id,
            Input = new Dictionary<string, object> { ["Outcome"] = "Approve" },
        });
        await client.CancelAsync();

        Assert.Equal((false, WorkflowSubStatus.Suspended, WorkflowSubStatus.Suspended), (created.CannotStart, run.SubStatus, resumed.SubStatus));
        Assert.Equal("review review2", host.Order());
        Assert.Equal(WorkflowSubStatus.Cancelled, host.Instance("case-1").SubStatus);
    }

    [Fact]
    public async Task The_runtime_creates_and_runs_in_one_and_says_when_it_cannot()
    {
        host.With(Flow.Chart("a -> b"));
        var runtime = new WorkflowRuntime(host.Engine, "anna");

        var run = await (await runtime.CreateClientAsync()).CreateAndRunInstanceAsync(
            new CreateAndRunWorkflowInstanceRequest { WorkflowDefinitionHandle = WorkflowDefinitionHandle.ByDefinitionVersionId("flow-v1") });
        var none = await (await runtime.CreateClientAsync()).CreateAndRunInstanceAsync(
            new CreateAndRunWorkflowInstanceRequest { WorkflowDefinitionHandle = WorkflowDefinitionHandle.ByDefinitionId("nothing") });

        Assert.Equal((WorkflowSubStatus.Finished, false), (run.SubStatus, run.CannotStart));
        Assert.True(none.CannotStart);
    }

    [Fact]
    public async Task The_resumer_the_sender_and_the_publisher_reach_what_waits()
    {
        host.With(Flow.Chart("review -Approve-> e", "e -> e2").Add("e", "Elsa.Event", new { eventName = "Ping" })
            .Add("e2", "Elsa.Event", new { eventName = "Pong" }));
        await host.Start();

        var resumed = await new WorkflowResumer(host.Engine, "ben").ResumeAsync<Hosting.Review>(new ReviewAnswered("review"));
        var sent = await new StimulusSender(host.Engine, "ben").SendAsync("Elsa.Event", new EventStimulus("Ping"));
        var published = await new EventPublisher(host.Engine, "ben").PublishAsync("Pong");

        Assert.Equal((1, 1, 1), (resumed.Count(), sent.WorkflowInstanceResponses.Count, published.WorkflowInstanceResponses.Count));
        Assert.Equal(WorkflowSubStatus.Finished, host.Instance().SubStatus);
    }

    [Fact]
    public async Task The_reporter_says_whether_a_task_waited_is_done_or_never_was()
    {
        host.With(Flow.Chart("t -> review").Add("t", "Elsa.RunTask", new { taskName = "Print" }));
        await host.Start();
        var reporter = new TaskReporter(host.Engine, "printer");
        var task = host.Store.StoredBookmarks.Single().Id;

        Assert.Equal(ResumeOutcome.Resumed, await reporter.ReportCompletionAsync(task, "printed"));
        Assert.Equal(ResumeOutcome.AlreadyDone, await reporter.ReportCompletionAsync(task));
        Assert.Equal(ResumeOutcome.NotFound, await reporter.ReportCompletionAsync("no such task"));
        await host.Answer("review");
        Assert.Equal(ResumeOutcome.AlreadyFinished, await reporter.ReportCompletionAsync(task));
    }

    private sealed class Ear<T>(List<string> heard, Func<T, string> say) : INotificationHandler<T>
        where T : INotification
    {
        public Task HandleAsync(T notification, CancellationToken cancellationToken)
        {
            heard.Add(say(notification));

            return Task.CompletedTask;
        }
    }

    private List<string> Listening()
    {
        var heard = new List<string>();

        void Hear<T>(Func<T, string> say)
            where T : INotification => host.Handlers[typeof(IEnumerable<INotificationHandler<T>>)] = new[] { new Ear<T>(heard, say) };

        Hear<WorkflowStarted>(told => "started");
        Hear<WorkflowFinished>(told => $"finished {told.WorkflowState.SubStatus}");
        Hear<WorkflowExecuted>(told => $"executed {told.WorkflowState.SubStatus}");
        Hear<ActivityExecuting>(told => $"{told.ActivityExecutionContext.Activity.Id} executing");
        Hear<ActivityExecuted>(told => $"{told.ActivityExecutionContext.Activity.Id} executed");
        Hear<Notifications.ActivityCompleted>(told => $"{told.ActivityExecutionContext.Activity.Id} completed");
        Hear<ActivityCancelled>(told => $"{told.ActivityExecutionContext.Activity.Id} cancelled");
        Hear<WorkflowStateCommitted>(told => "committed");
        Hear<RunTaskRequest>(told => $"asked for {told.TaskName}");

        return heard;
    }

    [Fact]
    public async Task Notifications_tell_the_host_what_happens_inside_the_burst_and_one_after_the_commit()
    {
        var heard = Listening();
        host.With(Flow.Of(Flow.Activity("t", "Elsa.RunTask", new { taskName = "Print" })));

        await host.Start();
        Assert.Equal(
            ["started", "Workflow1 executing", "Workflow1 executed", "t executing", "asked for Print", "t executed", "executed Suspended"],
            heard);
        heard.Clear();
        await host.Store.Changes.Single().Deferred.Single()();
        Assert.Equal(["committed"], heard);

        heard.Clear();
        await host.Engine.CancelAsync(host.Instance().Id, "admin", "off", CancellationToken.None);
        Assert.Equal(["t cancelled", "Workflow1 cancelled", "finished Cancelled", "executed Cancelled"], heard);
    }

    [Fact]
    public async Task A_handler_that_throws_while_an_activity_executes_faults_that_activity_and_nothing_else_is_lost()
    {
        host.Handlers[typeof(IEnumerable<INotificationHandler<ActivityExecuting>>)] = new[]
        {
            new Ear<ActivityExecuting>([], told => told.ActivityExecutionContext.Activity.Id == "b"
                ? throw new InvalidOperationException("The host is out of order.")
                : ""),
        };

        await host.With(Flow.Chart("a -> b")).Start();

        Assert.Equal(("b", "The host is out of order."), (host.Instance().Incidents.Single().ActivityId, host.Instance().Incidents.Single().Message));
        Assert.Contains("a Completed", host.Trace());
    }
}
