using Microsoft.Extensions.Diagnostics.HealthChecks;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Web.Operation.Health;

/// <summary>Ready when the database answers.</summary>
internal sealed class DatabaseHealth(TitleDb db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await db.Database.CanConnectAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
}
