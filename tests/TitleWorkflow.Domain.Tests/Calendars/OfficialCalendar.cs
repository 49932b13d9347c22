using System.Globalization;
using TitleWorkflow.Domain.Calendars;

namespace TitleWorkflow.Domain.Tests.Calendars;

/// <summary>The State Council's holiday notices of 2022 to 2026 as printed: month-day, both ends included.</summary>
internal static class OfficialCalendar
{
    private static readonly (int Year, string Holidays, string MakeUpDays)[] Notices =
    [
        (2022,
            "1-1…1-3, 1-31…2-6, 4-3…4-5, 4-30…5-4, 6-3…6-5, 9-10…9-12, 10-1…10-7, 12-31",
            "1-29, 1-30, 4-2, 4-24, 5-7, 10-8, 10-9"),
        (2023,
            "1-1…1-2, 1-21…1-27, 4-5, 4-29…5-3, 6-22…6-24, 9-29…10-6",
            "1-28, 1-29, 4-23, 5-6, 6-25, 10-7, 10-8"),
        (2024,
            "1-1, 2-10…2-17, 4-4…4-6, 5-1…5-5, 6-10, 9-15…9-17, 10-1…10-7",
            "2-4, 2-18, 4-7, 4-28, 5-11, 9-14, 9-29, 10-12"),
        (2025,
            "1-1, 1-28…2-4, 4-4…4-6, 5-1…5-5, 5-31…6-2, 10-1…10-8",
            "1-26, 2-8, 4-27, 9-28, 10-11"),
        (2026,
            "1-1…1-3, 2-15…2-23, 4-4…4-6, 5-1…5-5, 6-19…6-21, 9-25…9-27, 10-1…10-7",
            "1-4, 2-14, 2-28, 5-9, 9-20, 10-10"),
    ];

    /// <summary>First day of the first notice.</summary>
    public static DateOnly FirstDay => new(Notices[0].Year, 1, 1);

    /// <summary>Last day of the last notice.</summary>
    public static DateOnly LastDay => new(Notices[^1].Year, 12, 31);

    /// <summary>Every year there is.</summary>
    public static IReadOnlyList<OfficialYear> Years { get; } =
        [.. Notices.Select(n => new OfficialYear(n.Year, Days(n.Year, n.Holidays), Days(n.Year, n.MakeUpDays)))];

    /// <summary>A calendar that knows every year there is.</summary>
    public static WorkingCalendar Loaded { get; } = new(Years);

    /// <summary>A calendar that knows the given years only.</summary>
    public static WorkingCalendar Of(params int[] years) => new(Years.Where(y => years.Contains(y.Year)));

    /// <summary>Whether people work on a day, read from the printed notices and not from the product.</summary>
    public static bool IsWorked(DateOnly day)
    {
        var notice = Notices.Single(n => n.Year == day.Year);
        var weekend = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        return Days(day.Year, notice.MakeUpDays).Contains(day)
            || (!weekend && !Days(day.Year, notice.Holidays).Contains(day));
    }

    private static IEnumerable<DateOnly> Days(int year, string printed)
    {
        foreach (var range in printed.Split(", "))
        {
            DateOnly[] ends = [.. range.Split('…').Select(d => Day(year, d))];
            for (var day = ends[0]; day <= ends[^1]; day = day.AddDays(1))
            {
                yield return day;
            }
        }
    }

    private static DateOnly Day(int year, string monthAndDay) =>
        DateOnly.ParseExact($"{year}-{monthAndDay}", "yyyy-M-d", CultureInfo.InvariantCulture);
}
