using TitleWorkflow.Domain.Calendars;

namespace TitleWorkflow.Application.Operation;

/// <summary>
/// The product's time, in China's zone. In a demonstration it may run ahead of or behind the real clock by a stored offset and
/// be moved forward; sign-in and tokens keep the real clock.
/// </summary>
/// <param name="real">What the offset is added to.</param>
public sealed class ApplicationClock(TimeProvider real) : TimeProvider
{
    private long offsetTicks;

    /// <inheritdoc />
    public override TimeZoneInfo LocalTimeZone { get; } =
        TimeZoneInfo.CreateCustomTimeZone("China", ChinaTime.Offset, "China", "China");

    /// <summary>What the real clock says.</summary>
    public DateTimeOffset RealNow => real.GetUtcNow();

    /// <summary>How far this clock is ahead of the real one; zero outside a demonstration.</summary>
    public TimeSpan Offset
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref offsetTicks));
        set => Interlocked.Exchange(ref offsetTicks, value.Ticks);
    }

    /// <summary>Sets this clock to an instant; it runs on from there.</summary>
    public void Set(DateTimeOffset instant) => Offset = instant - real.GetUtcNow();

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => real.GetUtcNow() + Offset;
}
