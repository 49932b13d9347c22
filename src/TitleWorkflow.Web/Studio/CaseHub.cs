using Microsoft.AspNetCore.SignalR;

namespace TitleWorkflow.Web.Studio;

/// <summary>
/// Where the designer's viewer is told that the case it shows has moved, so that it need not ask every few seconds. It is told that
/// something changed and how often each step was visited; everything else it reads again, as whoever is signed in may read it.
/// </summary>
internal sealed class CaseHub(CaseWatch watch) : Hub
{
    public const string Path = "/elsa/hubs/workflow-instance";

    /// <summary>Called by the viewer: from now on this connection is told about an instance.</summary>
    public async Task ObserveInstanceAsync(string instanceId)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        watch.Begin(Context.ConnectionId, instanceId);
        await Groups.AddToGroupAsync(Context.ConnectionId, instanceId, Context.ConnectionAborted);
    }

    public override async Task OnDisconnectedAsync(Exception? exception)
    {
        watch.End(Context.ConnectionId);
        await base.OnDisconnectedAsync(exception);
    }
}
