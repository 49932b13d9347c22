using TitleWorkflow.Engine.State;
using TitleWorkflow.Engine.Tests.Hosting;

namespace TitleWorkflow.Engine.Tests;

[Trait("Semantics", "10")]
public sealed class JournalTests
{
    private readonly EngineHost host = new();

    [Fact]
    public async Task The_executions_can_be_read_off_the_journal()
    {
        host.With(Flow.Chart("echo -> flaky", "flaky -> review").Add("echo", "Echo", new { value = 5 }).Add("flaky", "Flaky"));
        var run = await host.Start();
        host.Weather.IsBad = false;
        await host.Engine.RetryAsync(run.InstanceId, null, "admin", null, CancellationToken.None);
        await host.Engine.CancelAsync(run.InstanceId, "admin", "enough", CancellationToken.None);

        var executions = ActivityExecution.From(host.Store.Journal);

        Assert.Equal(
            [
                ("Workflow1", ActivityStatus.Canceled, 1), ("chart", ActivityStatus.Canceled, 0), ("echo", ActivityStatus.Completed, 0),
                ("flaky", ActivityStatus.Completed, 1), ("review", ActivityStatus.Canceled, 0),
            ],
            executions.Where(execution => execution.ActivityId != "Workflow1" || execution.Status == ActivityStatus.Canceled)
                .Select(execution => (execution.ActivityId, execution.Status, execution.FaultCount)));
        Assert.Equal(("5", "5"), (executions[2].Inputs!["Value"]!.ToJsonString(), executions[2].Outputs!["Result"]!.ToJsonString()));
        Assert.Equal(executions[1].ActivityInstanceId, executions[2].OwnerId);
        Assert.Contains("bad", executions[3].Exception!["message"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Messages_to_the_outside_are_handed_over_with_the_change()
    {
        host.With(Flow.Chart().Add("a", "Later"));

        await host.Start();

        Assert.Single(Assert.Single(host.Store.Changes).Deferred);
    }
}
