using TitleWorkflow.Engine.State;
using TitleWorkflow.Engine.Tests.Hosting;

namespace TitleWorkflow.Engine.Tests.Semantics;

[Trait("Semantics", "11")]
public sealed class CommitTests
{
    private readonly EngineHost host = new();

    private sealed class Points(MemoryStore store, int diesAt) : ICommitPoints
    {
        public List<string> Commits { get; } = [];

        public ValueTask CommitAsync(CancellationToken ct)
        {
            Commits.Add(string.Join(' ', store.Journal.TakeLast(1).Select(entry => $"{entry.ActivityId} {entry.EventName}")));

            return Commits.Count == diesAt ? throw new OperationCanceledException("The process ends.") : ValueTask.CompletedTask;
        }
    }

    private Points Committing(int diesAt = 0)
    {
        var points = new Points(host.Store, diesAt);
        host.CommitPoints = points;

        return points;
    }

    [Trait("Deviate", "11 one transaction for all of it")]
    [Fact]
    public async Task Deviate_bookmarks_journal_and_instance_of_a_burst_are_one_change()
    {
        host.With(Flow.Chart("a -> review", "review -Approve-> b"));

        await host.Start();
        await host.Answer("review");

        Assert.Equal([(true, 1, 0, 6), (false, 0, 1, 6)], host.Store.Changes.Select(change =>
            (change.IsNew, change.Added.Count, change.RemovedBookmarkIds.Count, change.Journal.Count)));
    }

    [Theory]
    [InlineData("ActivityExecuted", "Workflow1 Started|chart Started|a Completed|Workflow1 Completed")]
    [InlineData("Activity Executing", "|Workflow1 Started|chart Started|a Completed")]
    [InlineData("WorkflowExecuting", "")]
    [InlineData("WorkflowExecuted", null)]
    [InlineData("Unknown", null)]
    public async Task A_commit_strategy_says_where_a_burst_is_made_durable(string strategy, string? commits)
    {
        var points = Committing();

        await host.With(Flow.Chart("a -> b").Option("commitStrategyName", strategy)).Start();

        Assert.Equal(commits, points.Commits.Count == 0 ? null : string.Join('|', points.Commits));
    }

    [Fact]
    public async Task An_activitys_strategy_wins_over_the_workflows()
    {
        var points = Committing();

        await host.With(Flow.Chart("a -> b", "b -> c").Option("commitStrategyName", "ActivityExecuted")
            .Add("a", "Step", custom: new { commitStrategyName = "Commit Never" })
            .Add("b", "Step", custom: new { commitStrategyName = "Executed" })).Start();

        Assert.DoesNotContain("a Completed", points.Commits);
        Assert.Contains("b Completed", points.Commits);
    }

    [Fact]
    public async Task A_host_without_commit_points_commits_the_burst_as_a_whole()
    {
        await host.With(Flow.Chart("a -> b").Option("commitStrategyName", "ActivityExecuted")).Start();

        Assert.Single(host.Store.Changes);
    }

    [Fact]
    public async Task After_a_crash_an_instance_goes_on_from_the_last_commit_and_activities_run_at_least_once()
    {
        var points = Committing(diesAt: 1);
        host.With(Flow.Chart("a -> b", "b -> c").Add("b", "Step", custom: new { commitStrategyName = "Executing" }));

        await Assert.ThrowsAsync<OperationCanceledException>(() => host.Start());
        var interrupted = host.Instance();
        Assert.Equal(WorkflowSubStatus.Executing, interrupted.SubStatus);
        host.CommitPoints = null;

        var run = await host.Engine.RunAsync(new RunInstance(interrupted.Id) { By = "clock" }, CancellationToken.None);

        Assert.Single(points.Commits);
        Assert.Equal("a b c", host.Order());
        Assert.Equal(WorkflowSubStatus.Finished, run!.SubStatus);
    }
}
