namespace TitleWorkflow.Web.Operation.Rounds;

/// <summary>Something done again and again while the program runs; what fails is logged and done again in a moment.</summary>
internal abstract class Round(TimeSpan pause, ILogger logger) : BackgroundService
{
    protected abstract Task RunAsync(CancellationToken ct);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(pause);
        do
        {
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // The database may be away for a moment; what is due stays due.
                logger.LogError(failure, "{Round} stopped and is taken up again in a moment.", GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
