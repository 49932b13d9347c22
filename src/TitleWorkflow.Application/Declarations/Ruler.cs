using TitleWorkflow.Domain.Calendars;

namespace TitleWorkflow.Application.Declarations;

/// <summary>What a day of a period is.</summary>
public enum RulerMark
{
    /// <summary>A working day, counted.</summary>
    Counted,

    /// <summary>A weekend day that is worked, counted (班).</summary>
    MakeUp,

    /// <summary>Not worked, not counted (休).</summary>
    Off,
}

/// <summary>One calendar day of a period.</summary>
/// <param name="Date">The day.</param>
/// <param name="Mark">What it is.</param>
public sealed record RulerDay(DateOnly Date, RulerMark Mark);

/// <summary>The calendar days of a period counted in working days, for the ruler.</summary>
/// <param name="Days">Every calendar day from the first counted one to the last.</param>
/// <param name="Total">How many of them count.</param>
/// <param name="Left">How many are left, today included; 0 when it is over.</param>
/// <param name="Passed">The number of today in the count; 0 before the first day.</param>
public sealed record Ruler(IReadOnlyList<RulerDay> Days, int Total, int Left, int Passed)
{
    /// <summary>The ruler of a period whose day of start does not count.</summary>
    internal static Ruler Of(WorkingCalendar calendar, DateOnly startedOn, DateOnly lastDay, DateOnly today)
    {
        List<RulerDay> days = [];
        for (var day = startedOn.AddDays(1); day <= lastDay; day = day.AddDays(1))
        {
            days.Add(new RulerDay(day, Mark(calendar, day)));
        }

        return Of([.. days.SkipWhile(d => d.Mark == RulerMark.Off)], today);
    }

    /// <summary>The ruler of a period whose counted days are stored.</summary>
    internal static Ruler Of(WorkingCalendar calendar, IReadOnlyList<DateOnly> counted, DateOnly today)
    {
        List<RulerDay> days = [];
        for (var day = counted[0]; day <= counted[^1]; day = day.AddDays(1))
        {
            days.Add(new RulerDay(day, counted.Contains(day) ? Mark(calendar, day) : RulerMark.Off));
        }

        return Of(days, today);
    }

    private static Ruler Of(List<RulerDay> days, DateOnly today)
    {
        var counted = days.Where(d => d.Mark != RulerMark.Off).Select(d => d.Date).ToList();
        return new Ruler(days, counted.Count, counted.Count(d => d >= today), counted.Count(d => d <= today));
    }

    private static RulerMark Mark(WorkingCalendar calendar, DateOnly day) => calendar.IsWorkingDay(day) switch
    {
        false => RulerMark.Off,
        true when day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday => RulerMark.MakeUp,
        true => RulerMark.Counted,
    };
}
