using TitleWorkflow.Domain.Calendars;

namespace TitleWorkflow.Domain.Tests.Calendars;

public sealed class OfficialYearTests
{
    [Fact]
    public void Make_up_days_are_weekends_and_never_holidays() => Assert.All(OfficialCalendar.Years, year =>
    {
        Assert.All(year.MakeUpDays, d => Assert.True(d.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday));
        Assert.Empty(year.MakeUpDays.Intersect(year.Holidays));
    });

    [Theory]
    [InlineData(2022, 32, 7)]
    [InlineData(2023, 26, 7)]
    [InlineData(2024, 28, 8)]
    [InlineData(2025, 28, 5)]
    [InlineData(2026, 33, 6)]
    public void Every_day_of_the_printed_notice_is_read(int year, int holidays, int makeUpDays)
    {
        var official = OfficialCalendar.Years.Single(y => y.Year == year);

        Assert.Equal((holidays, makeUpDays), (official.Holidays.Count, official.MakeUpDays.Count));
    }

    [Fact]
    public void A_notice_tells_of_its_own_year_only()
    {
        var year = new OfficialYear(
            2023, [Qingtan.Day("2022-12-31"), Qingtan.Day("2023-01-02")], [Qingtan.Day("2024-02-04")]);

        Assert.Equal([Qingtan.Day("2023-01-02")], year.Holidays);
        Assert.Empty(year.MakeUpDays);
    }
}
