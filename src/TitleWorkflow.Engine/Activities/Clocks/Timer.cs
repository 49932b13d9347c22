using TitleWorkflow.Engine.Execution;

namespace TitleWorkflow.Engine.Activities;

/// <summary>Waits for an interval, or starts a workflow at each interval.</summary>
[Activity("Elsa", "Scheduling", "Waits for an interval.")]
public sealed class Timer : Trigger
{
    /// <summary>How long; more than zero.</summary>
    [Input]
    public Input<TimeSpan> Interval { get; set; } = new(TimeSpan.FromMinutes(1));

    /// <inheritdoc/>
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        if (context.IsTriggerOfWorkflow())
        {
            await context.CompleteActivityAsync();
        }
        else
        {
            Clock.WaitUntil(context, context.Now + context.Get(Interval));
        }
    }

    /// <inheritdoc/>
    protected override object? GetTriggerPayload(TriggerIndexingContext context) =>
        new TimerStimulus(context.Get(Interval), context.Clock.GetUtcNow() + context.Get(Interval));
}

/// <summary>An interval at which a workflow starts.</summary>
/// <param name="Interval">How long from start to start.</param>
/// <param name="ResumeAt">The first start, in UTC.</param>
public sealed record TimerStimulus(TimeSpan Interval, [property: ExcludeFromHash] DateTimeOffset ResumeAt)
    : IDueStimulus;
