using TitleWorkflow.Application.Operation;
using TitleWorkflow.Persistence.Operation;

namespace TitleWorkflow.Web.Operation.Rounds;

/// <summary>On the node on duty, looks every second whether the clock has reached something.</summary>
internal sealed class DueRound(DutyRoster duty, DueWork due, ILogger<DueRound> logger) : Round(TimeSpan.FromSeconds(1), logger)
{
    protected override Task RunAsync(CancellationToken ct) => duty.IsOurs ? due.RunAsync(ct) : Task.CompletedTask;
}
