using System.Globalization;

namespace TitleWorkflow.Engine.Activities;

/// <summary>The moments a cron expression names.</summary>
/// <remarks>
/// Fields: second (optional), minute, hour, day of month, month, day of week (0 or 7 is Sunday). Each is <c>*</c>,
/// <c>?</c>, a number, an English three-letter name, a range, a step, or a list of those. If both days are restricted,
/// either suffices. The letters L, W and # are not known.
/// </remarks>
public sealed class CronSchedule
{
    private const int YearsAhead = 8;

    private static readonly string[] Months =
        ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

    private static readonly string[] Days = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    private readonly SortedSet<int> seconds;
    private readonly SortedSet<int> minutes;
    private readonly SortedSet<int> hours;
    private readonly SortedSet<int> daysOfMonth;
    private readonly SortedSet<int> months;
    private readonly SortedSet<int> daysOfWeek;
    private readonly bool eitherDay;

    private CronSchedule(string[] fields)
    {
        seconds = Field(fields[0], 0, 59, []);
        minutes = Field(fields[1], 0, 59, []);
        hours = Field(fields[2], 0, 23, []);
        daysOfMonth = Field(fields[3], 1, 31, []);
        months = Field(fields[4], 1, 12, Months);
        daysOfWeek = [.. Field(fields[5], 0, 7, Days).Select(day => day % 7)];
        eitherDay = fields[3] is not ("*" or "?") && fields[5] is not ("*" or "?");
    }

    /// <summary>Reads an expression of five or six fields.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static CronSchedule Parse(string expression)
    {
        var fields = expression.Split(' ', StringSplitOptions.RemoveEmptyEntries);

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
        var day = DateOnly.FromDateTime(local);

        for (var last = day.AddYears(YearsAhead); day <= last; day = day.AddDays(1))
        {
            if (!IsDay(day))
            {
                continue;
            }

            foreach (var moment in MomentsOf(day))
            {
                if (moment > local && !zone.IsInvalidTime(moment))
                {
                    return new DateTimeOffset(moment, zone.GetUtcOffset(moment)).ToUniversalTime();
                }
            }
        }

        return null;
    }

    private IEnumerable<DateTime> MomentsOf(DateOnly day) =>
        from hour in hours
        from minute in minutes
        from second in seconds
        select day.ToDateTime(new TimeOnly(hour, minute, second));

    private bool IsDay(DateOnly day)
    {
        var ofMonth = daysOfMonth.Contains(day.Day);
        var ofWeek = daysOfWeek.Contains((int)day.DayOfWeek);

        return months.Contains(day.Month) && (eitherDay ? ofMonth || ofWeek : ofMonth && ofWeek);
    }

    private static SortedSet<int> Field(string text, int least, int most, string[] names)
    {
        var values = new SortedSet<int>();

        foreach (var part in text.Split(','))
        {
            var (range, step) = part.Split('/') is [var left, var right]
                ? (left, Number(right, 1, most, []))
                : (part, 1);
            var bounds = range.Split('-');
            var first = range is "*" or "?" ? least : Number(bounds[0], least, most, names);
            var last = range is "*" or "?" || (bounds.Length == 1 && part.Contains('/', StringComparison.Ordinal))
                ? most
                : bounds.Length == 1 ? first
                : Number(bounds[1], least, most, names);

            for (var value = first; value <= last; value += step)
            {
                values.Add(value);
            }
        }

        return values;
    }

    private static int Number(string text, int least, int most, string[] names)
    {
        var named = Array.FindIndex(names, name => name.Equals(text, StringComparison.OrdinalIgnoreCase));

        if (named >= 0)
        {
            return named + (names == Months ? 1 : 0);
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least
            && number <= most
            ? number
            : throw new FormatException($"'{text}' is no number from {least} to {most}.");
    }
}
