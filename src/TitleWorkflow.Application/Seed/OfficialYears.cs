using TitleWorkflow.Domain.Calendars;

namespace TitleWorkflow.Application.Seed;

/// <summary>The official calendars of 2022 to 2026 (State Council General Office, yearly holiday notices).</summary>
internal static class OfficialYears
{
    public static IReadOnlyList<OfficialYear> All { get; } =
    [
        Year(
            2022,
            "1-1…1-3 1-31…2-6 4-3…4-5 4-30…5-4 6-3…6-5 9-10…9-12 10-1…10-7 12-31",
            "1-29 1-30 4-2 4-24 5-7 10-8 10-9"),
        Year(2023, "1-1…1-2 1-21…1-27 4-5 4-29…5-3 6-22…6-24 9-29…10-6", "1-28 1-29 4-23 5-6 6-25 10-7 10-8"),
        Year(2024, "1-1 2-10…2-17 4-4…4-6 5-1…5-5 6-10 9-15…9-17 10-1…10-7", "2-4 2-18 4-7 4-28 5-11 9-14 9-29 10-12"),
        Year(2025, "1-1 1-28…2-4 4-4…4-6 5-1…5-5 5-31…6-2 10-1…10-8", "1-26 2-8 4-27 9-28 10-11"),
        Year(2026, "1-1…1-3 2-15…2-23 4-4…4-6 5-1…5-5 6-19…6-21 9-25…9-27 10-1…10-7", "1-4 2-14 2-28 5-9 9-20 10-10"),
    ];

    private static OfficialYear Year(int year, string holidays, string makeUpDays) =>
        new(year, holidays.Split(' ').SelectMany(r => Days(year, r)), makeUpDays.Split(' ').Select(d => Day(year, d)));

    private static IEnumerable<DateOnly> Days(int year, string range)
    {
        var ends = range.Split('…');
        for (var day = Day(year, ends[0]); day <= Day(year, ends[^1]); day = day.AddDays(1))
        {
            yield return day;
        }
    }

    private static DateOnly Day(int year, string text)
    {
        var parts = text.Split('-');
        return new DateOnly(year, int.Parse(parts[0], null), int.Parse(parts[1], null));
    }
}
