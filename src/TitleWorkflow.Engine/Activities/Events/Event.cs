using TitleWorkflow.Engine.Execution;

namespace TitleWorkflow.Engine.Activities;

/// <summary>Waits for a named event, or starts a workflow on it; the result is what came with the event.</summary>
[Activity("Elsa", "Primitives", "Waits for an event.")]
public sealed class Event : Trigger<object>
{
    /// <summary>The workflow input that carries what came with the event.</summary>
    public const string PayloadInput = "EventPayload";

    /// <summary>The event's name; compared case-sensitively.</summary>
    [Input]
    public Input<string> EventName { get; set; } = new("");

    /// <inheritdoc/>
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        if (context.IsTriggerOfWorkflow())
        {
            await OnEvent(context);
        }
        else
        {
            context.CreateBookmark(
                new EventStimulus(context.Get(EventName) ?? ""), OnEvent, includeActivityInstanceId: false);
        }
    }

    /// <inheritdoc/>
    protected override object? GetTriggerPayload(TriggerIndexingContext context) =>
        context.Get(EventName) is { Length: > 0 } name ? new EventStimulus(name) : null;

    private ValueTask OnEvent(ActivityExecutionContext context)
    {
        context.Set(Result, context.GetWorkflowInput<object>(PayloadInput));

        return context.CompleteActivityAsync();
    }
}

/// <summary>A named event.</summary>
/// <param name="EventName">Its name; compared case-sensitively.</param>
[StimulusName("Elsa.Event")]
public sealed record EventStimulus(string EventName);
