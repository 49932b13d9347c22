using TitleWorkflow.Engine.State;
using TitleWorkflow.Engine.Tests.Hosting;

namespace TitleWorkflow.Engine.Tests;

[Trait("Semantics", "4.3")]
public sealed class FlowchartTests
{
    private readonly EngineHost host = new();

    [Fact]
    public async Task Forked_branches_take_turns()
    {
        await host.With(Flow.Chart("s -> a", "s -> b", "a -> a2", "b -> b2")).Start();

        Assert.Equal("s a b a2 b2", host.Order());
        Assert.Equal(WorkflowSubStatus.Finished, host.Instance().SubStatus);
    }

    [Trait("Checked", "10 the typical order of the journal")]
    [Fact]
    public async Task The_journal_of_a_wait_has_the_typical_order()
    {
        host.With(Flow.Chart("nop1 -> review", "review -Approve-> nop2"));

        await host.Start();
        await host.Answer("review");

        Assert.Equal(
            [
                "Workflow1 Started", "chart Started", "nop1 Started", "nop1 Completed", "review Started", "review Suspended",
                "review Resumed", "review Completed", "nop2 Started", "nop2 Completed", "chart Completed", "Workflow1 Completed",
            ],
            host.Trace(containers: true));
    }

    [Trait("Checked", "4.3 a join waits for both, also across suspensions")]
    [Fact]
    public async Task A_join_waits_for_both_reviews_also_across_waits()
    {
        host.With(Flow.Chart("start -> review1", "start -> review2", "review1 -Approve-> join", "review2 -Approve-> join"));

        await host.Start();
        await host.Answer("review1");

        Assert.Equal("start review1 review2", host.Order());

        await host.Answer("review2");

        Assert.Equal("start review1 review2 join", host.Order());
        Assert.Equal(WorkflowSubStatus.Finished, host.Instance().SubStatus);
    }

    [Trait("Checked", "4.3 the untaken branch is skipped through and the merge runs once")]
    [Fact]
    public async Task An_untaken_branch_is_skipped_and_the_merge_runs_once()
    {
        host.With(Flow.Chart("start -> d", "d -True-> a", "d -False-> b", "a -> merge", "b -> b2", "b2 -> merge")
            .Add("d", "Elsa.FlowDecision", new { condition = true }));

        await host.Start();

        Assert.Equal("start d a merge", host.Order());
    }

    [Trait("Checked", "4.3 a rework loop works through a backward connection")]
    [Fact]
    public async Task Rework_leads_back_to_the_review()
    {
        host.With(Flow.Chart("start -> review", "review -Approve-> end", "review -Reject-> rework", "rework -> review"));

        await host.Start();
        await host.Answer("review", "Reject");
        await host.Answer("review", "Reject");
        await host.Answer("review", "Approve");

        Assert.Equal("start review rework review rework review end", host.Order());
        Assert.Equal(WorkflowSubStatus.Finished, host.Instance().SubStatus);
    }

    [Trait("Checked", "4.3 looping back out of a parallel branch restarts the fork")]
    [Fact]
    public async Task Looping_back_out_of_one_parallel_branch_restarts_the_fork_while_the_other_is_open()
    {
        host.With(Flow.Chart("s -> review1", "s -> review2", "review1 -Approve-> join", "review2 -Approve-> join", "review1 -Reject-> fix", "fix -> s"));

        await host.Start();
        await host.Answer("review1", "Reject");

        Assert.Equal("s review1 review2 fix s review1 review2", host.Order());
        Assert.Equal(3, host.Instance().Bookmarks.Count);

        await host.Answer("review2");
        await host.Answer("review1");

        // Elsa's counters come from different rounds here: the join has fired, and the second task of review2 is left.
        Assert.Equal("s review1 review2 fix s review1 review2 join", host.Order());
        Assert.Equal(["review2"], host.Instance().Bookmarks.Select(bookmark => bookmark.ActivityId));
    }

    [Fact]
    public async Task An_end_completes_the_flowchart_and_cancels_its_other_branches()
    {
        host.With(Flow.Chart("start -> review1", "start -> review2", "review1 -Approve-> end"));

        await host.Start();
        await host.Answer("review1");

        Assert.Equal(["review2: by the flow"], host.Tasks.Closed);
        Assert.Equal(WorkflowSubStatus.Finished, host.Instance().SubStatus);
        Assert.Empty(host.Store.StoredBookmarks);
    }

    [Trait("Checked", "4.2 an outcome nobody is connected to ends its path")]
    [Fact]
    public async Task An_outcome_without_a_connection_just_ends_its_path()
    {
        host.With(Flow.Chart("start -> review", "review -Approve-> next"));

        await host.Start();
        await host.Answer("review", "Reject");

        Assert.Equal("start review", host.Order());
        Assert.Equal(WorkflowSubStatus.Finished, host.Instance().SubStatus);
    }

    [Fact]
    public async Task Only_one_activity_is_started_and_unconnected_ones_do_not_block()
    {
        await host.With(Flow.Chart("start -> a", "lonely -> reviewNever")).Start();

        Assert.Equal("start a", host.Order());
        Assert.Equal(WorkflowSubStatus.Finished, host.Instance().SubStatus);
    }

    [Fact]
    public async Task A_flowchart_without_activities_completes_at_once()
    {
        await host.With(Flow.Chart()).Start();

        Assert.Equal(WorkflowSubStatus.Finished, host.Instance().SubStatus);
    }

    [Fact]
    public async Task Following_a_backward_connection_that_is_not_dominated_faults()
    {
        // There are two ways to c, and only one of them goes through b.
        host.With(Flow.Chart("start -> d", "d -True-> b", "d -False-> c", "b -> c", "c -> b")
            .Add("d", "Elsa.FlowDecision", new { condition = false }));

        await host.Start();

        Assert.Equal(WorkflowSubStatus.Faulted, host.Instance().SubStatus);
        Assert.Contains("cannot be followed", host.Instance().Incidents.Single().Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_join_for_any_fires_once_and_cancels_the_other_branches()
    {
        host.With(Flow.Chart(
                "start -> review1", "start -> review2", "start -> a", "a -> review3",
                "review1 -Approve-> join", "review2 -Approve-> join", "review3 -Approve-> join", "join -> after")
            .Add("join", "Elsa.FlowJoin"));

        await host.Start();
        await host.Answer("review2");

        Assert.Equal("start review1 review2 a review3 join after", host.Order());
        Assert.Equal(["review1: by the flow", "review3: by the flow"], host.Tasks.Closed);
        Assert.Equal(WorkflowSubStatus.Finished, host.Instance().SubStatus);
    }

    [Fact]
    public async Task A_branch_that_was_queued_when_a_join_for_any_was_decided_still_runs_and_comes_too_late()
    {
        host.With(Flow.Chart("s -> a", "s -> b", "s -> c", "a -> join", "b -> b2", "b2 -> join", "c -> join", "join -> after")
            .Add("join", "Elsa.FlowJoin", new { mode = Flow.Input("Literal", "WaitAny", "FlowJoinMode") }));

        await host.Start();

        Assert.Equal("s a b c join b2 after", host.Order());
        Assert.Equal(WorkflowSubStatus.Finished, host.Instance().SubStatus);
    }

    [Fact]
    public async Task A_task_that_was_queued_when_a_join_for_any_was_decided_is_closed_by_the_join()
    {
        host.With(Flow.Chart("s -> a", "s -> review", "a -> join", "review -Approve-> join", "join -> after")
            .Add("join", "Elsa.FlowJoin"));

        await host.Start();

        Assert.Equal("s a review join after", host.Order());
        Assert.Equal(["review: by the flow"], host.Tasks.Closed);
        Assert.Equal(WorkflowSubStatus.Finished, host.Instance().SubStatus);
    }

    [Fact]
    public async Task A_join_for_all_skips_what_follows_if_one_branch_is_not_taken()
    {
        Flow Chart(string mode) => Flow.Chart(
                "start -> d", "start -> a", "d -True-> b", "d -False-> c", "a -> join", "b -> join", "join -> after", "c -> merge", "after -> merge")
            .Add("d", "Elsa.FlowDecision", new { condition = false })
            .Add("join", "Elsa.FlowJoin", new { mode });

        await host.With(Chart("WaitAll")).Start();
        Assert.Equal("start d a c merge", host.Order());

        var other = new EngineHost();
        await other.With(Chart("WaitAllActive")).Start();
        Assert.Equal("start d a c join after merge", other.Order());
    }

    [Fact]
    public async Task A_cancelled_child_counts_as_completed_with_no_outcomes()
    {
        host.With(Flow.Chart("start -> review1", "start -> a", "review1 -Approve-> join", "a -> join"));

        await host.Start();
        await host.Engine.AlterAsync(
            new AlterInstance(host.Instance().Id, [new CancelActivityAlteration { ActivityId = "review1" }]) { By = "admin" },
            CancellationToken.None);

        Assert.Equal("start review1 a join", host.Order());
        Assert.Equal(WorkflowSubStatus.Finished, host.Instance().SubStatus);
    }
}
