using TitleWorkflow.Application.Operation;

namespace TitleWorkflow.Web.Operation;

/// <summary>Looks every second whether the clock has reached something.</summary>
internal sealed class DueWorkLoop(DueWork due, ILogger<DueWorkLoop> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await due.RunAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // The database may be away for a moment; what is due stays due.
                logger.LogError(failure, "Due work stopped and is taken up again in a moment.");
            }
        }
    }
}
