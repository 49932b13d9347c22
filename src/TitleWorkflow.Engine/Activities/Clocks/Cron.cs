using TitleWorkflow.Engine.Execution;

namespace TitleWorkflow.Engine.Activities;

/// <summary>Waits for the next moment of a cron expression, or starts a workflow at each.</summary>
[Activity("Elsa", "Scheduling", "Waits for a moment of a cron expression.")]
public sealed class Cron : Trigger
{
    /// <summary>
    /// Five fields, or six with seconds first; in the host's time zone. See <see cref="CronSchedule"/>.
    /// </summary>
    [Input]
    public Input<string> CronExpression { get; set; } = new("");

    /// <inheritdoc/>
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        if (context.IsTriggerOfWorkflow())
        {
            await context.CompleteActivityAsync();

            return;
        }

        var schedule = CronSchedule.Parse(context.Get(CronExpression) ?? "");
        var next = schedule.Next(context.Now, context.WorkflowExecutionContext.Host.Options.TimeZone)
            ?? throw new InvalidOperationException(
                $"The cron expression '{context.Get(CronExpression)}' never comes again.");

        Clock.WaitUntil(context, next);
    }

    /// <inheritdoc/>
    protected override object? GetTriggerPayload(TriggerIndexingContext context) =>
        context.Get(CronExpression) is { Length: > 0 } text
            && CronSchedule.Parse(text).Next(context.Clock.GetUtcNow(), context.TimeZone) is { } next
                ? new CronStimulus(text, next)
                : null;
}

/// <summary>The moments at which a workflow starts.</summary>
/// <param name="CronExpression">Which moments.</param>
/// <param name="ResumeAt">The next, in UTC.</param>
public sealed record CronStimulus(string CronExpression, [property: ExcludeFromHash] DateTimeOffset ResumeAt)
    : IDueStimulus;
