using System.Globalization;
using TitleWorkflow.Engine.Execution;
using TitleWorkflow.Engine.State;
using TitleWorkflow.Engine.Tests.Hosting;

namespace TitleWorkflow.Engine.Tests;

[Trait("Semantics", "7.1")]
public sealed class BookmarkTests
{
    private readonly EngineHost host = new();

    [Fact]
    public async Task A_bookmark_that_burns_is_consumed_by_the_resume()
    {
        host.With(Flow.Chart("review -Approve-> review2"));

        await host.Start();
        var first = host.Store.StoredBookmarks.Single();
        await host.Answer("review");

        Assert.Equal([first.Id], host.Store.Changes.Last().RemovedBookmarkIds);
        Assert.Equal("review2", host.Store.StoredBookmarks.Single().ActivityId);
    }

    [Fact]
    public async Task A_bookmark_that_does_not_burn_can_be_resumed_again_and_again()
    {
        host.With(Flow.Chart().Add("talk", "Comments"));

        await host.Start();
        await host.Resume("comment", name: "comment");
        await host.Resume("comment", name: "comment");
        await host.Resume("closed", name: "closed");

        Assert.Equal(["1 by ben", "2 by ben"], host.Store.Journal.Where(entry => entry.EventName == "Comment").Select(entry => entry.Message));
        Assert.Equal(WorkflowSubStatus.Finished, host.Instance().SubStatus);
        Assert.Empty(host.Store.StoredBookmarks);
    }

    [Fact]
    public async Task A_callback_that_no_longer_exists_is_an_incident_that_says_so()
    {
        host.With(Flow.Chart().Add("review", "Review"));
        await host.Start();
        var stored = host.Instance();
        stored.OpenBookmarks[0] = stored.OpenBookmarks[0] with { CallbackMethodName = "OnRenamed" };
        host.Store.SameUnit = new() { [stored.Id] = stored };

        await host.Answer("review");

        Assert.Contains("'OnRenamed', which Review does not have", host.Instance().Incidents.Single().Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bookmark_keeps_the_correlation_id_it_was_stored_with()
    {
        host.With(Flow.Chart("a -> correlate", "correlate -> review", "review -Approve-> review2")
            .Add("correlate", "Elsa.Correlate", new { correlationId = "dossier-7" }));

        await host.Start(correlationId: "dossier-1");

        Assert.Equal("dossier-7", host.Instance().CorrelationId);
        Assert.Equal("dossier-7", host.Store.StoredBookmarks.Single().CorrelationId);
    }

    [Fact]
    public async Task The_name_of_a_bookmark_is_that_of_its_stimulus_or_of_the_activity_type()
    {
        await host.With(Flow.Chart("s -> review", "s -> d").Add("d", "Elsa.Delay", new { timeSpan = "00:10:00" })).Start();

        Assert.Equal(["ReviewAnswered", "Elsa.Delay"], host.Store.StoredBookmarks.Select(bookmark => bookmark.Name));
    }

    [Fact]
    public void A_lambda_cannot_be_a_callback_because_it_is_stored_by_name()
    {
        var context = TestContexts.OfStep();

        Assert.Throws<ArgumentException>(() => context.CreateBookmark(_ => ValueTask.CompletedTask));
    }
}

[Trait("Semantics", "7.2")]
public sealed class StimulusHashTests
{
    private sealed record Stimulus(string Name, int? Number = null)
    {
        [ExcludeFromHash]
        public string Note { get; init; } = "";
    }

    [Fact]
    public void The_hash_is_upper_case_SHA256_of_the_parts()
    {
        // printf 'Elsa.Event|Ping' | sha256sum
        Assert.Equal(
            "F37D1AB00A62BA7AF6A4F9FC18F5D2E5AC98A2A1CEB8FA31FCC6AAA1BC07BF53".Length,
            StimulusHash.Compute("Elsa.Event", "Ping").Length);
        Assert.Matches("^[0-9A-F]{64}$", StimulusHash.Compute("Elsa.Event", "Ping"));
    }

    [Fact]
    public void Nulls_and_excluded_members_do_not_count()
    {
        Assert.Equal(
            StimulusHash.Compute("x", new Stimulus("a")),
            StimulusHash.Compute("x", new Stimulus("a") { Note = "different" }));
        Assert.NotEqual(StimulusHash.Compute("x", new Stimulus("a")), StimulusHash.Compute("x", new Stimulus("a", 1)));
    }

    [Fact]
    public void The_order_of_a_dictionary_does_not_count()
    {
        Assert.Equal(
            StimulusHash.Compute("x", new Dictionary<string, object> { ["a"] = 1, ["b"] = 2 }),
            StimulusHash.Compute("x", new Dictionary<string, object> { ["b"] = 2, ["a"] = 1 }));
    }

    [Fact]
    public void The_culture_does_not_count()
    {
        var before = CultureInfo.CurrentCulture;

        try
        {
            var invariant = StimulusHash.Compute("x", new { Amount = 1.5m, At = new DateTime(2026, 1, 2, 0, 0, 0, DateTimeKind.Utc) });
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");

            Assert.Equal(invariant, StimulusHash.Compute("x", new { Amount = 1.5m, At = new DateTime(2026, 1, 2, 0, 0, 0, DateTimeKind.Utc) }));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void The_execution_counts_only_if_it_is_given()
    {
        Assert.NotEqual(StimulusHash.Compute("x", "p"), StimulusHash.Compute("x", "p", "execution"));
        Assert.Equal(StimulusHash.Compute("x", "p"), StimulusHash.Compute("x", "p", ""));
    }
}

[Trait("Semantics", "7.3")]
public sealed class ResumeTests
{
    private readonly EngineHost host = new();

    [Trait("Deviate", "7.4 the caller is told already finished or already done")]
    [Fact]
    public async Task Resuming_what_has_finished_says_already_finished()
    {
        host.With(Flow.Chart().Add("review", "Review"));
        var run = await host.Start();
        await host.Answer("review");

        var again = await host.Engine.ResumeAsync(
            new ResumeWorkflow { InstanceId = run.InstanceId, Stimulus = new ReviewAnswered("review"), By = "ben" }, CancellationToken.None);

        Assert.Equal(ResumeOutcome.AlreadyFinished, again.Outcome);
    }

    [Fact]
    public async Task Resuming_a_task_that_is_done_says_already_done()
    {
        host.With(Flow.Chart("review -Approve-> review2"));
        await host.Start();
        var done = host.Store.StoredBookmarks.Single().Id;
        await host.Answer("review");

        var again = await host.Engine.ResumeAsync(new ResumeWorkflow { BookmarkId = done, By = "ben" }, CancellationToken.None);

        Assert.Equal(ResumeOutcome.AlreadyDone, again.Outcome);
    }

    [Fact]
    public async Task A_wish_to_resume_must_say_what_it_means()
    {
        await Assert.ThrowsAsync<ArgumentException>(() =>
            host.Engine.ResumeAsync(new ResumeWorkflow { By = "ben" }, CancellationToken.None));
        await Assert.ThrowsAsync<ArgumentException>(() =>
            host.Engine.ResumeAsync(new ResumeWorkflow { Stimulus = "text", By = "ben" }, CancellationToken.None));
    }

    [Fact]
    public async Task A_bookmark_of_one_execution_is_found_by_stimulus_and_execution()
    {
        host.With(Flow.Chart().Add("wait", "Elsa.Delay", new { timeSpan = "01:00:00" }));
        await host.Start();
        var bookmark = host.Store.StoredBookmarks.Single();
        var request = new ResumeWorkflow
        {
            Stimulus = new Activities.DueStimulus(bookmark.DueAt!.Value),
            StimulusName = bookmark.Name,
            By = "clock",
        };

        Assert.Equal(ResumeOutcome.NotFound, (await host.Engine.ResumeAsync(request, CancellationToken.None)).Outcome);
        Assert.Equal(
            ResumeOutcome.Resumed,
            (await host.Engine.ResumeAsync(
                request with { ActivityInstanceId = bookmark.ActivityInstanceId }, CancellationToken.None)).Outcome);
    }

    [Fact]
    public async Task A_stimulus_resumes_every_match_of_its_correlation_id()
    {
        host.With(Flow.Chart().Add("review", "Review"));
        await host.Start(correlationId: "a");
        await host.Start(correlationId: "b");
        await host.Start(correlationId: "a");

        var result = await host.Resume(new ReviewAnswered("review"), correlationId: "a");

        Assert.Equal(2, result.Runs.Count);
        Assert.Single(host.Store.StoredBookmarks);
    }

    [Fact]
    public async Task The_journal_says_who_started_and_who_resumed()
    {
        host.With(Flow.Chart().Add("review", "Review"));
        await host.Start();
        await host.Answer("review", by: "carla");

        Assert.Equal(
            [("Started", "anna"), ("Suspended", "anna"), ("Resumed", "carla"), ("Completed", "carla")],
            host.Store.Journal.Where(entry => entry.ActivityId == "review").Select(entry => (entry.EventName, entry.By)));
        Assert.Equal(Enumerable.Range(1, host.Store.Journal.Count).Select(n => (long)n), host.Store.Journal.Select(entry => entry.Sequence));
    }

    [Fact]
    public async Task A_resumed_instance_stays_on_the_version_it_was_started_with()
    {
        host.With(Flow.Chart("review -Approve-> old"));
        await host.Start();
        host.With(Flow.Chart("review -Approve-> young"), version: 2);

        await host.Answer("review");
        await host.Start();

        Assert.Equal("review old review", host.Order());
        Assert.Equal(2, host.Instance().Version);
    }
}

[Trait("Semantics", "7.4")]
public sealed class EventTests
{
    private readonly EngineHost host = new();

    private static Flow Waiting() => Flow.Chart("e -> out").Add("e", "Elsa.Event", new { eventName = "Ping" })
        .Add("out", "Elsa.SetOutput", new { outputName = "Got", outputValue = Flow.Script("getOutputFrom('e')") }).WithOutput("Got");

    [Fact]
    public async Task A_published_event_resumes_those_who_wait_and_hands_over_its_payload()
    {
        host.With(Waiting(), "waiting");
        host.With(Flow.Chart().Add("p", "Elsa.PublishEvent", new { eventName = "Ping", payload = Flow.Input("Object", "{\"a\":1}") }), "sending");
        var waiting = await host.Start("waiting");

        await host.Start("sending");

        Assert.Equal("""{"a":1}""", host.Instance(waiting.InstanceId).Output["Got"]!.ToJsonString());
    }

    [Fact]
    public async Task Event_names_are_compared_with_case()
    {
        host.With(Waiting());
        await host.Start();

        var runs = await host.Engine.SendAsync(new SendStimulus(new Activities.EventStimulus("ping")) { By = "x" }, CancellationToken.None);

        Assert.Empty(runs);
    }

    [Fact]
    public async Task A_local_event_reaches_only_its_own_instance()
    {
        host.With(Flow.Chart("s -> e", "s -> p").Add("e", "Elsa.Event", new { eventName = "Ping" })
            .Add("p", "Elsa.PublishEvent", new { eventName = "Ping", isLocalEvent = true }));
        host.With(Waiting(), "other");
        await host.Start("other");

        var run = await host.Start();

        Assert.Equal(WorkflowSubStatus.Finished, host.Instance(run.InstanceId).SubStatus);
        Assert.Single(host.Store.StoredBookmarks);
    }

    [Fact]
    public async Task A_loop_back_to_the_trigger_waits_there()
    {
        host.With(Flow.Chart("e -> a", "a -> e").Add("e", "Elsa.Event", new { eventName = "Ping" }, new { canStartWorkflow = true }));

        await host.Engine.StartAsync(new StartWorkflow("flow") { TriggerActivityId = "e", By = "x" }, CancellationToken.None);

        Assert.Equal("e a e", host.Order());
        Assert.Single(host.Store.StoredBookmarks);
    }

    [Fact]
    public async Task A_trigger_starts_an_instance_at_its_activity_without_waiting_there()
    {
        var flow = Flow.Chart("start -> a", "e -> b")
            .Add("e", "Elsa.Event", new { eventName = "Ping" }, new { canStartWorkflow = true });
        host.With(flow);
        host.Store.Triggers.AddRange(await TriggerIndex.ForAsync((await host.Store.FindPublishedAsync("flow", default))!, host.Catalog, host.Clock));

        var runs = await host.Engine.SendAsync(new SendStimulus(new Activities.EventStimulus("Ping")) { By = "x" }, CancellationToken.None);

        Assert.Equal(WorkflowSubStatus.Finished, Assert.Single(runs).SubStatus);
        Assert.Equal("e b", host.Order());
    }
}
