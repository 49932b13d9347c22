namespace TitleWorkflow.Engine.Activities;

/// <summary>The moments a cron expression names.</summary>
/// <remarks>
/// <para>Fields: second (optional), minute, hour, day of month, month, day of week (0 or 7 is Sunday). Each is <c>*</c>,
/// <c>?</c>, a number, an English three-letter name, a range (one that ends before it begins goes round), a step, or a list
/// of those. If both days are restricted, both must fit: <c>0 0 13 * FRI</c> is Friday the thirteenth.</para>
/// <para>Day of month also: <c>L</c> the last day, <c>L-3</c> three days before it, <c>15W</c> the working day (Monday to
/// Friday) nearest to the 15th of the same month, <c>LW</c> the last working day. Day of week also: <c>FRIL</c> or <c>5L</c>
/// the last Friday, <c>FRI#2</c> or <c>5#2</c> the second.</para>
/// </remarks>
public sealed class CronSchedule
{
    // A 29 February may be eight years away, where a century has no leap year.
    private const int YearsAhead = 8;

    private readonly SortedSet<int> seconds;
    private readonly SortedSet<int> minutes;
    private readonly SortedSet<int> hours;
    private readonly SortedSet<int> months;
    private readonly Predicate<DateOnly> ofMonth;
    private readonly Predicate<DateOnly> ofWeek;

    private CronSchedule(string[] fields)
    {
        seconds = CronField.Read(fields[0], 0, 59, []);
        minutes = CronField.Read(fields[1], 0, 59, []);
        hours = CronField.Read(fields[2], 0, 23, []);
        ofMonth = CronDays.OfMonth(fields[3]);
        months = CronField.Read(fields[4], 1, 12, CronField.Months);
        ofWeek = CronDays.OfWeek(fields[5]);
    }

    /// <summary>Reads an expression of five or six fields.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static CronSchedule Parse(string expression)
    {
        var fields = expression.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);

        return fields.Length switch
        {
            5 => new CronSchedule(["0", .. fields]),
            6 => new CronSchedule(fields),
            _ => throw new FormatException(
                $"'{expression}' is no cron expression: it has {fields.Length} fields instead of 5 or 6."),
        };
    }

    /// <summary>
    /// The first moment after another; a local time that a change of clocks leaves out is passed over.
    /// </summary>
    /// <returns>In UTC; null if there is none within eight years.</returns>
    public DateTimeOffset? Next(DateTimeOffset after, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(after, zone).DateTime;
        var first = DateOnly.FromDateTime(local);

        for (var day = first; day <= first.AddYears(YearsAhead); day = day.AddDays(1))
        {
            if (months.Contains(day.Month) && ofMonth(day) && ofWeek(day)
                && MomentsOf(day, earliest: day == first ? local.Hour : 0)
                    .FirstOrDefault(moment => moment > local && !zone.IsInvalidTime(moment)) is { Year: > 1 } found)
            {
                return new DateTimeOffset(found, zone.GetUtcOffset(found)).ToUniversalTime();
            }
        }

        return null;
    }

    private IEnumerable<DateTime> MomentsOf(DateOnly day, int earliest) =>
        from hour in hours
        where hour >= earliest
        from minute in minutes
        from second in seconds
        select day.ToDateTime(new TimeOnly(hour, minute, second));
}
