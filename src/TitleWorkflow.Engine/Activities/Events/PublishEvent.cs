using TitleWorkflow.Engine.Execution;
using TitleWorkflow.Engine.State;

namespace TitleWorkflow.Engine.Activities;

/// <summary>Publishes a named event, in the same unit of work, once the present burst is over.</summary>
[Activity("Elsa", "Primitives", "Publishes an event.", DisplayName = "Publish event")]
public sealed class PublishEvent : CodeActivity
{
    /// <summary>The event's name.</summary>
    [Input]
    public Input<string> EventName { get; set; } = new("");

    /// <summary>Only instances with this correlation id hear it; all do if it is empty.</summary>
    [Input]
    public Input<string> CorrelationId { get; set; } = new("");

    /// <summary>Whether only this very instance hears it.</summary>
    [Input]
    public Input<bool> IsLocalEvent { get; set; } = new(false);

    /// <summary>What comes with it.</summary>
    [Input]
    public Input<object> Payload { get; set; } = new(default(object)!);

    /// <inheritdoc/>
    protected override void Execute(ActivityExecutionContext context)
    {
        var correlation = context.Get(CorrelationId);
        var stimulus = new SendStimulus(new EventStimulus(context.Get(EventName) ?? ""))
        {
            CorrelationId = string.IsNullOrEmpty(correlation) ? null : correlation,
            InstanceId = context.Get(IsLocalEvent) ? context.WorkflowExecutionContext.Id : null,
            Input = new Dictionary<string, System.Text.Json.Nodes.JsonNode?>
            {
                [Event.PayloadInput] = StateJson.ToNode(context.Get(Payload)),
            },
            By = context.By,
        };

        context.WorkflowExecutionContext.Outgoing.Add((engine, ct) => engine.SendAsync(stimulus, ct));
    }
}
