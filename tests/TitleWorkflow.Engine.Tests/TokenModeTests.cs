using TitleWorkflow.Engine.State;
using TitleWorkflow.Engine.Tests.Hosting;

namespace TitleWorkflow.Engine.Tests;

[Trait("Semantics", "4.3")]
public sealed class TokenModeTests
{
    private readonly EngineHost host = new() { Options = new EngineOptions { FlowchartMode = FlowchartMode.Token } };

    private static Flow Diamond(string? mode, params string[] arrows) =>
        Flow.Chart([.. arrows]).Add("m", "Step", custom: mode is null ? null : new { mergeMode = mode });

    [Theory]
    [InlineData(null)]
    [InlineData("Stream")]
    [InlineData("Merge")]
    [InlineData("Converge")]
    public async Task Branches_that_are_all_taken_meet_once(string? mode)
    {
        await host.With(Diamond(mode, "s -> a", "s -> b", "a -> m", "b -> m", "m -> e")).Start();

        Assert.Equal("s a b m e", host.Order());
        Assert.Equal(WorkflowSubStatus.Finished, host.Instance().SubStatus);
    }

    [Fact]
    public async Task A_stream_looks_no_further_than_its_direct_predecessors()
    {
        await host.With(Diamond(null, "s -> a", "s -> b", "b -> c", "a -> m", "c -> m")).Start();

        Assert.Equal("s a b m c m", host.Order());
    }

    [Fact]
    public async Task A_cascade_runs_once_for_each_arriving_token()
    {
        await host.With(Diamond("Cascade", "s -> a", "s -> b", "b -> c", "a -> m", "c -> m", "m -> e")).Start();

        Assert.Equal("s a b m c e m e", host.Order());
    }

    [Fact]
    public async Task A_race_runs_for_the_first_and_cancels_the_other_branches()
    {
        host.With(Diamond("Race", "s -> review1", "s -> review2", "review1 -Approve-> m", "review2 -Approve-> m", "m -> e"));

        await host.Start();
        await host.Answer("review2");

        Assert.Equal("s review1 review2 m e", host.Order());
        Assert.Equal(["review1: by the flow"], host.Tasks.Closed);
        Assert.Equal(WorkflowSubStatus.Finished, host.Instance().SubStatus);
    }

    [Trait("Checked", "4.3 a merge on a branch that is never taken waits for ever")]
    [Theory]
    [InlineData("Merge")]
    [InlineData("Converge")]
    public async Task A_merge_on_a_branch_that_is_never_taken_waits_for_ever_and_says_so(string mode)
    {
        await host.With(Diamond(mode, "d -True-> a", "d -False-> b", "a -> m", "b -> m").Add("d", "Elsa.FlowDecision", new { condition = true })).Start();

        Assert.Equal("d a", host.Order());
        Assert.Empty(host.Instance().Bookmarks);
        Assert.Equal(IncidentKind.Stuck, host.Instance().Incidents.Single().Kind);
    }

    [Fact]
    public async Task A_stream_runs_although_another_branch_is_never_taken()
    {
        await host.With(Diamond(null, "d -True-> a", "d -False-> b", "a -> m", "b -> m").Add("d", "Elsa.FlowDecision", new { condition = true })).Start();

        Assert.Equal("d a m", host.Order());
        Assert.Equal(WorkflowSubStatus.Finished, host.Instance().SubStatus);
    }

    [Fact]
    public async Task Rework_leads_back_to_the_review()
    {
        host.With(Flow.Chart("start -> review", "review -Approve-> end", "review -Reject-> rework", "rework -> review"));

        await host.Start();
        await host.Answer("review", "Reject");
        await host.Answer("review");

        Assert.Equal("start review rework review end", host.Order());
        Assert.Equal(WorkflowSubStatus.Finished, host.Instance().SubStatus);
    }

    [Fact]
    public async Task Joins_race_for_any_and_merge_for_all()
    {
        host.With(Flow.Chart("s -> review1", "s -> review2", "review1 -Approve-> join", "review2 -Approve-> join")
            .Add("join", "Elsa.FlowJoin", new { mode = "WaitAll" }));

        await host.Start();
        await host.Answer("review1");
        Assert.Equal("s review1 review2", host.Order());
        await host.Answer("review2");

        Assert.Equal("s review1 review2 join", host.Order());
    }
}
