using TitleWorkflow.Application.Operation;

namespace TitleWorkflow.Web.Operation.Rounds;

/// <summary>In a demonstration on several nodes, follows the clock that another may have moved.</summary>
internal sealed class ClockRound(IServiceScopeFactory scopes, ILogger<ClockRound> logger) : Round(TimeSpan.FromSeconds(1), logger)
{
    protected override async Task RunAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DemoClock>().ReadAsync(ct);
    }
}
