using TitleWorkflow.Domain.Calendars;

namespace TitleWorkflow.Application.WorkItems;

/// <summary>A last day as people count it.</summary>
/// <param name="DueOn">The last day, till 24:00.</param>
/// <param name="DaysLeft">Working days left, today included; 0 when the last day is over.</param>
/// <param name="DaysOver">Working days since the last day; 0 while it is not over.</param>
public sealed record Deadline(DateOnly DueOn, int DaysLeft, int DaysOver)
{
    /// <summary>Counts from <paramref name="today"/>; null for work without a last day.</summary>
    public static Deadline? Of(WorkingCalendar calendar, DateOnly today, DateOnly? dueOn) =>
        dueOn is { } due ? new Deadline(due, Count(calendar, today, due), Count(calendar, due.AddDays(1), today)) : null;

    // Old work is still shown when the new year's notice is not loaded yet; its days count by the week alone.
    private static int Count(WorkingCalendar calendar, DateOnly first, DateOnly last)
    {
        var count = 0;
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            var works = calendar.Knows(day)
                ? calendar.IsWorkingDay(day)
                : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
            count += works ? 1 : 0;
        }

        return count;
    }
}
