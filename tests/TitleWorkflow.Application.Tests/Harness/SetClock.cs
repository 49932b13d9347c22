using TitleWorkflow.Domain.Calendars;

namespace TitleWorkflow.Application.Tests.Harness;

/// <summary>A clock set by hand: it stands still until it is told to move.</summary>
public sealed class SetClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset now = start;

    /// <summary>Starts on a day at nine in the morning, China time.</summary>
    public SetClock(DateOnly day)
        : this(day.StartsAt(hour: 9))
    {
    }

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();

    /// <summary>Moves on by a span.</summary>
    public void Pass(TimeSpan span) => MoveTo(now + span);

    /// <summary>Moves on to an hour of a day, China time.</summary>
    public void MoveTo(DateOnly day, int hour = 9) => MoveTo(day.StartsAt(hour));

    /// <summary>Moves on to an instant; time never runs backwards.</summary>
    public void MoveTo(DateTimeOffset instant)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(instant, now);
        now = instant;
    }
}
