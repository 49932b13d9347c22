using System.Text.Json.Nodes;
using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.State;

namespace TitleWorkflow.Engine.Runtime;

/// <summary>Publishes named events, for which <see cref="Event"/> waits.</summary>
public interface IEventPublisher
{
    /// <summary>Publishes an event in the host's unit of work.</summary>
    /// <param name="eventName">Its name; compared case-sensitively.</param>
    /// <param name="correlationId">Only instances about this hear it; new ones get it.</param>
    /// <param name="workflowInstanceId">Only this instance hears it; nothing is started.</param>
    /// <param name="activityInstanceId">Only this execution of an activity hears it; nothing is started.</param>
    /// <param name="payload">Reaches the activity's result.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<SendStimulusResult> PublishAsync(
        string eventName,
        string? correlationId = null,
        string? workflowInstanceId = null,
        string? activityInstanceId = null,
        object? payload = null,
        CancellationToken cancellationToken = default);
}

/// <summary>The publisher of one unit of work.</summary>
/// <param name="engine">The unit's engine.</param>
/// <param name="by">Who acts; goes into the journal.</param>
public sealed class EventPublisher(WorkflowEngine engine, string by) : IEventPublisher
{
    /// <inheritdoc/>
    public async Task<SendStimulusResult> PublishAsync(
        string eventName,
        string? correlationId = null,
        string? workflowInstanceId = null,
        string? activityInstanceId = null,
        object? payload = null,
        CancellationToken cancellationToken = default)
    {
        var runs = await engine.SendAsync(
            new SendStimulus(new EventStimulus(eventName))
            {
                CorrelationId = correlationId,
                InstanceId = workflowInstanceId,
                ActivityInstanceId = activityInstanceId,
                Input = new Dictionary<string, JsonNode?> { [Event.PayloadInput] = StateJson.ToNode(payload) },
                By = by,
            },
            cancellationToken);

        return new SendStimulusResult([.. runs.Select(RunWorkflowInstanceResponse.Of)]);
    }
}
