using Quartz;
using TitleWorkflow.Application.Operation;

namespace TitleWorkflow.Web.Operation.Rounds;

/// <summary>
/// Asks every minute whether a new day has come by the application's clock, which in a demonstration is not Quartz's.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class DailyJob(DailyRound daily) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await daily.RunAsync(cancellationToken);
}
