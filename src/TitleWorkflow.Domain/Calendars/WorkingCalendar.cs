namespace TitleWorkflow.Domain.Calendars;

/// <summary>Counts official working days: Monday to Friday, minus holidays, plus make-up days.</summary>
public sealed class WorkingCalendar
{
    private readonly Dictionary<int, (HashSet<DateOnly> Off, HashSet<DateOnly> On)> years;

    /// <summary>A calendar that knows exactly the given years.</summary>
    public WorkingCalendar(IEnumerable<OfficialYear> official) =>
        years = official.ToDictionary(y => y.Year, y => (y.Holidays.ToHashSet(), y.MakeUpDays.ToHashSet()));

    /// <summary>True if the year's notice is loaded, so that its days can be counted.</summary>
    public bool Knows(DateOnly date) => years.ContainsKey(date.Year);

    /// <summary>True if the date is worked.</summary>
    /// <exception cref="RuleBrokenException">The year's notice is not loaded.</exception>
    public bool IsWorkingDay(DateOnly date)
    {
        CalendarRules.YearNotLoaded.Require(years.TryGetValue(date.Year, out var year));
        if (year.On.Contains(date))
        {
            return true;
        }

        return date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !year.Off.Contains(date);
    }

    /// <summary>The period of <paramref name="workingDays"/> (at least 1) that an act on <paramref name="start"/> begins.</summary>
    /// <exception cref="RuleBrokenException">It runs into a year whose notice is not loaded.</exception>
    public WorkingWindow Window(DateOnly start, int workingDays, CountMode mode = CountMode.ExcludeStartDay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workingDays, 1);
        var days = new List<DateOnly>(workingDays);
        for (var day = mode == CountMode.IncludeStartDay ? start : start.AddDays(1); days.Count < workingDays;
             day = day.AddDays(1))
        {
            if (IsWorkingDay(day))
            {
                days.Add(day);
            }
        }

        return new WorkingWindow(start, days);
    }

    /// <summary>The working day that lies <paramref name="workingDays"/> (0 or more) before <paramref name="day"/>.</summary>
    public DateOnly Before(DateOnly day, int workingDays)
    {
        while (workingDays > 0)
        {
            day = day.AddDays(-1);
            if (IsWorkingDay(day))
            {
                workingDays--;
            }
        }

        return day;
    }

    /// <summary>Working days since <paramref name="last"/>, today counted; 0 while the last day is not over.</summary>
    public int DaysOver(DateOnly today, DateOnly last) => DaysLeft(last.AddDays(1), today);

    /// <summary>
    /// Working days from <paramref name="today"/> to <paramref name="last"/>, both counted; 0 when the last day is over.
    /// </summary>
    public int DaysLeft(DateOnly today, DateOnly last)
    {
        var left = 0;
        for (var day = today; day <= last; day = day.AddDays(1))
        {
            left += IsWorkingDay(day) ? 1 : 0;
        }

        return left;
    }
}
