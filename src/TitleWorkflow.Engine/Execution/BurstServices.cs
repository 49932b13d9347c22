using TitleWorkflow.Engine.Notifications;

namespace TitleWorkflow.Engine.Execution;

/// <summary>What the host gives to every burst.</summary>
internal sealed record BurstServices(
    TimeProvider Clock, IServiceProvider Services, EngineOptions Options, WorkflowEngine Engine)
{
    public Notifier Notifier { get; } = new(Services);
}
