namespace TitleWorkflow.Engine.Trials;

/// <summary>A clock that stands still until it leaps.</summary>
internal sealed class TrialClock(DateTimeOffset now) : TimeProvider
{
    private DateTimeOffset now = now;

    public override DateTimeOffset GetUtcNow() => now;

    /// <summary>Leaps to a moment; one that has passed changes nothing.</summary>
    public void LeapTo(DateTimeOffset moment) => now = moment > now ? moment : now;
}
