using TitleWorkflow.Engine.Execution;

namespace TitleWorkflow.Engine.Activities;

/// <summary>Waits for a moment, or starts a workflow at it; a moment that has passed does not wait.</summary>
[Activity("Elsa", "Scheduling", "Waits for a moment.", DisplayName = "Start at")]
public sealed class StartAt : Trigger
{
    /// <summary>The moment; without an offset it counts as UTC.</summary>
    [Input]
    public Input<DateTimeOffset> DateTime { get; set; } = new(default(DateTimeOffset));

    /// <inheritdoc/>
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var moment = context.Get(DateTime);

        if (context.IsTriggerOfWorkflow() || moment <= context.Now)
        {
            await context.CompleteActivityAsync();
        }
        else
        {
            Clock.WaitUntil(context, moment);
        }
    }

    /// <inheritdoc/>
    protected override object? GetTriggerPayload(TriggerIndexingContext context) =>
        new DueStimulus(context.Get(DateTime));
}
