using MediatR;
using Microsoft.AspNetCore.SignalR;
using TitleWorkflow.Application.Instances;
using TitleWorkflow.Web.Operation.Rounds;

namespace TitleWorkflow.Web.Studio;

/// <summary>
/// Looks every second whether a case somebody looks at has moved, on whichever node, and tells them. Nobody looking costs nothing.
/// </summary>
internal sealed class CaseRound(CaseWatch watch, IHubContext<CaseHub> hub, IServiceScopeFactory scopes, ILogger<CaseRound> logger)
    : Round(TimeSpan.FromSeconds(1), logger)
{
    protected override async Task RunAsync(CancellationToken ct)
    {
        if (watch.Instances is { Count: > 0 } instances)
        {
            await using var scope = scopes.CreateAsyncScope();
            var sender = scope.ServiceProvider.GetRequiredService<ISender>();
            foreach (var (instance, updatedAt) in await sender.Send(new ListMoves.Query(instances), ct))
            {
                // What could not be told stays news.
                if (watch.IsNews(instance, updatedAt))
                {
                    await TellAsync(instance, await sender.Send(new GetInstanceTrace.Query(instance), ct), ct);
                    watch.Told(instance, updatedAt);
                }
            }
        }
    }

    // The names are those the viewer listens to.
    private async Task TellAsync(string instance, GetInstanceTrace.Result trace, CancellationToken ct)
    {
        var lookers = hub.Clients.Group(instance);
        var stats = trace.Executions.Select(e => e.Place.NodeId).Distinct().Select(node => CaseJson.Count(node, trace));
        await lookers.SendAsync("WorkflowInstanceUpdatedAsync", new { WorkflowInstanceId = instance }, ct);
        await lookers.SendAsync("ActivityExecutionLogUpdatedAsync", new { Stats = stats }, ct);
        await lookers.SendAsync("WorkflowExecutionLogUpdatedAsync", new { }, ct);
    }
}
