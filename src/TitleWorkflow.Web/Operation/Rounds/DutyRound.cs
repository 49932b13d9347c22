using TitleWorkflow.Persistence.Operation;

namespace TitleWorkflow.Web.Operation.Rounds;

/// <summary>Keeps this node on duty while it lives, or waits to relieve the one that is; leaves when the program ends.</summary>
internal sealed class DutyRound(DutyRoster duty, ILogger<DutyRound> logger) : Round(DutyRoster.Term / 4, logger)
{
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await duty.LeaveAsync(cancellationToken);
    }

    protected override Task RunAsync(CancellationToken ct) => duty.TakeAsync(ct);
}
