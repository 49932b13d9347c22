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

    [Fact]
    public async Task An_untaken_branch_is_skipped_and_the_merge_runs_once()
    {
        host.With(Flow.Chart("start -> d", "d -True-> a", "d -False-> b", "a -> merge", "b -> b2", "b2 -> merge")
            .Add("d", "Elsa.FlowDecision", new { condition = true }));

        await host.Start();

        Assert.Equal("start d a merge", host.Order());
    }

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
}
