namespace TitleWorkflow.Engine.Activities;

/// <summary>The two day fields of a cron expression, with the letters only they know.</summary>
internal static class CronDays
{
    public static Predicate<DateOnly> OfMonth(string text)
    {
        if (text.StartsWith('L') || text.StartsWith('l'))
        {
            var onWorkingDay = text.EndsWith('W') || text.EndsWith('w');
            var rest = text[1..^(onWorkingDay ? 1 : 0)];
            var before = rest.Length == 0 ? 0
                : rest[0] == '-' ? CronField.Number(rest[1..], 1, 30, [])
                : throw new FormatException($"'{text}' is no day of a month.");

            return day => day == Meant(day, Last(day) - before, onWorkingDay);
        }

        if (text.EndsWith('W') || text.EndsWith('w'))
        {
            var near = CronField.Number(text[..^1], 1, 31, []);

            return day => near <= Last(day) && day == Meant(day, near, onWorkingDay: true);
        }

        var days = CronField.Read(text, 1, 31, []);

        return day => days.Contains(day.Day);
    }

    public static Predicate<DateOnly> OfWeek(string text)
    {
        if (text.Length > 1 && (text.EndsWith('L') || text.EndsWith('l')))
        {
            var last = DayOfWeek(text[..^1]);

            return day => day.DayOfWeek == last && day.Day > Last(day) - 7;
        }

        if (text.Split('#') is [var name, var which])
        {
            var (ofWeek, number) = (DayOfWeek(name), CronField.Number(which, 1, 5, []));

            return day => day.DayOfWeek == ofWeek && (day.Day + 6) / 7 == number;
        }

        var days = CronField.Read(text, 0, 7, CronField.Days).Select(number => (DayOfWeek)(number % 7)).ToHashSet();

        return day => days.Contains(day.DayOfWeek);
    }

    private static DayOfWeek DayOfWeek(string text) => (DayOfWeek)(CronField.Number(text, 0, 7, CronField.Days) % 7);

    private static int Last(DateOnly day) => DateTime.DaysInMonth(day.Year, day.Month);

    // The nearest working day, but never one of another month.
    private static DateOnly? Meant(DateOnly anyOfMonth, int number, bool onWorkingDay)
    {
        if (number < 1)
        {
            return null;
        }

        var meant = new DateOnly(anyOfMonth.Year, anyOfMonth.Month, number);

        return (onWorkingDay, meant.DayOfWeek) switch
        {
            (true, System.DayOfWeek.Saturday) => meant.AddDays(number == 1 ? 2 : -1),
            (true, System.DayOfWeek.Sunday) => meant.AddDays(number == Last(meant) ? -2 : 1),
            _ => meant,
        };
    }
}
