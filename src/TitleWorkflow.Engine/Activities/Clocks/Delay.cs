using TitleWorkflow.Engine.Execution;

namespace TitleWorkflow.Engine.Activities;

/// <summary>Waits for a time span.</summary>
[Activity("Elsa", "Scheduling", "Waits for a time span.")]
public sealed class Delay : Activity
{
    /// <summary>How long.</summary>
    [Input]
    public Input<TimeSpan> TimeSpan { get; set; } = new(System.TimeSpan.Zero);

    /// <inheritdoc/>
    protected override void Execute(ActivityExecutionContext context) =>
        Clock.WaitUntil(context, context.Now + context.Get(TimeSpan));
}

/// <summary>How activities wait for a moment; whoever keeps the time resumes the bookmark by its id.</summary>
internal static class Clock
{
    public static void WaitUntil(ActivityExecutionContext context, DateTimeOffset moment) =>
        context.CreateBookmark(new CreateBookmarkArgs
        {
            BookmarkName = context.Activity.Type,
            Stimulus = new DueStimulus(moment.ToUniversalTime()),
            DueAt = moment,
        });
}

/// <summary>The moment an instance waits for.</summary>
/// <param name="ResumeAt">The moment, in UTC.</param>
public sealed record DueStimulus(DateTimeOffset ResumeAt) : IDueStimulus;

/// <summary>A stimulus that a clock sends.</summary>
internal interface IDueStimulus
{
    DateTimeOffset ResumeAt { get; }
}
