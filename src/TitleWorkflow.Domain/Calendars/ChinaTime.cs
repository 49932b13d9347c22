namespace TitleWorkflow.Domain.Calendars;

/// <summary>
/// Legal dates in the committee's time zone. China has one zone, UTC+8, and no summer time, so no zone database is needed.
/// </summary>
public static class ChinaTime
{
    /// <summary>UTC+8.</summary>
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>Today's legal date.</summary>
    public static DateOnly Today(this TimeProvider clock) => clock.GetUtcNow().LegalDate();

    /// <summary>The legal date an instant falls on.</summary>
    public static DateOnly LegalDate(this DateTimeOffset instant) =>
        DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);

    /// <summary>The instant, in UTC, at which <paramref name="date"/> begins or, with <paramref name="hour"/>, reaches that hour.</summary>
    public static DateTimeOffset StartsAt(this DateOnly date, int hour = 0) =>
        new DateTimeOffset(date.ToDateTime(new TimeOnly(hour, 0)), Offset).ToUniversalTime();

    /// <summary>The instant, in UTC, at which <paramref name="date"/> is over: its 24:00.</summary>
    public static DateTimeOffset EndsAt(this DateOnly date) => date.AddDays(1).StartsAt();
}
