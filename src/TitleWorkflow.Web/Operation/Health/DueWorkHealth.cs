using MediatR;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using TitleWorkflow.Application.Operation;

namespace TitleWorkflow.Web.Operation.Health;

/// <summary>
/// Degraded while something that was due waits longer than a moment, or dead letters lie about. It still answers 200: a backlog is
/// no reason to send people away from the nodes that are to work it off.
/// </summary>
internal sealed class DueWorkHealth(ISender sender) : IHealthCheck
{
    public static readonly TimeSpan Moment = TimeSpan.FromSeconds(30);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var lag = await sender.Send(new GetDueLag.Query(), cancellationToken);
        var data = new Dictionary<string, object>
        {
            ["lagSeconds"] = Math.Round(lag.Work.TotalSeconds),
            ["mailLagSeconds"] = Math.Round(lag.Mail.TotalSeconds),
            ["deadLetters"] = lag.DeadLetters,
        };

        return lag.Work > Moment || lag.Mail > Moment || lag.DeadLetters > 0
            ? HealthCheckResult.Degraded(data: data)
            : HealthCheckResult.Healthy(data: data);
    }
}
