using TitleWorkflow.Domain.Calendars;

namespace TitleWorkflow.Application.Operation;

/// <summary>
/// The product's time, in China's zone. In a demonstration it may run ahead of or behind the real clock by a stored offset and
/// be moved forward; sign-in and tokens keep the real clock.
/// </summary>
public sealed class ApplicationClock : TimeProvider
{
    private long offsetTicks;

    /// <inheritdoc />
    public override TimeZoneInfo LocalTimeZone { get; } =
        TimeZoneInfo.CreateCustomTimeZone("China", ChinaTime.Offset, "China", "China");

    /// <summary>How far this clock is ahead of the real one; zero outside a demonstration.</summary>
    public TimeSpan Offset
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref offsetTicks));
        set => Interlocked.Exchange(ref offsetTicks, value.Ticks);
    }

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Offset;
}
