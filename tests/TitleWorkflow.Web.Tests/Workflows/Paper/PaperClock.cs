namespace TitleWorkflow.Web.Tests.Workflows.Paper;

/// <summary>A clock that is moved on, and a calendar without holidays.</summary>
internal sealed class PaperClock : TimeProvider
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);
    private DateTimeOffset now = new(2026, 3, 2, 9, 0, 0, China);

    public DateOnly Today => DateOnly.FromDateTime(now.ToOffset(China).DateTime);

    public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();

    public void LeapTo(DateTimeOffset moment) => now = moment > now ? moment : now;

    /// <summary>The last of so many working days after today.</summary>
    public DateOnly LastOf(int workingDays)
    {
        var day = Today;
        for (var left = workingDays; left > 0;)
        {
            day = day.AddDays(1);
            left -= IsWorking(day) ? 1 : 0;
        }

        return day;
    }

    public static DateTimeOffset EndOf(DateOnly day) => new(day.AddDays(1).ToDateTime(TimeOnly.MinValue), China);

    /// <summary>Working days after the first day, the last included.</summary>
    public static int WorkingDaysBetween(DateOnly first, DateOnly last) =>
        Enumerable.Range(1, Math.Max(0, last.DayNumber - first.DayNumber)).Count(i => IsWorking(first.AddDays(i)));

    private static bool IsWorking(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
}
