using TitleWorkflow.Domain.Calendars;

namespace TitleWorkflow.Domain.Tests.Calendars;

public sealed class WorkingCalendarTests
{
    [Theory]
    [InlineData("2022-09-29", CountMode.ExcludeStartDay, "09-30 10-08 10-09 10-10 10-11", "10-12")]
    [InlineData("2022-09-29", CountMode.IncludeStartDay, "09-29 09-30 10-08 10-09 10-10", "10-11")]
    [InlineData("2024-09-27", CountMode.ExcludeStartDay, "09-29 09-30 10-08 10-09 10-10", "10-11")]
    [InlineData("2024-09-27", CountMode.IncludeStartDay, "09-27 09-29 09-30 10-08 10-09", "10-10")]
    [InlineData("2025-09-29", CountMode.ExcludeStartDay, "09-30 10-09 10-10 10-11 10-13", "10-14")]
    [InlineData("2025-09-29", CountMode.IncludeStartDay, "09-29 09-30 10-09 10-10 10-11", "10-12")]
    [InlineData("2026-09-29", CountMode.ExcludeStartDay, "09-30 10-08 10-09 10-10 10-12", "10-13")]
    [InlineData("2026-09-29", CountMode.IncludeStartDay, "09-29 09-30 10-08 10-09 10-10", "10-11")]
    [InlineData("2023-01-17", CountMode.ExcludeStartDay, "01-18 01-19 01-20 01-28 01-29", "01-30")]
    [InlineData("2023-01-17", CountMode.IncludeStartDay, "01-17 01-18 01-19 01-20 01-28", "01-29")]
    [InlineData("2022-10-12", CountMode.ExcludeStartDay, "10-13 10-14 10-17 10-18 10-19", "10-20")]
    [InlineData("2022-10-24", CountMode.ExcludeStartDay, "10-25 10-26 10-27 10-28 10-31", "11-01")]
    [InlineData("2022-12-08", CountMode.ExcludeStartDay, "12-09 12-12 12-13 12-14 12-15", "12-16")]
    public void Five_working_days_run_around_holidays_and_through_make_up_days(
        string posted, CountMode mode, string counted, string nextActionDay)
    {
        var start = Qingtan.Day(posted);

        var window = OfficialCalendar.Loaded.Window(start, 5, mode);

        Assert.Equal(counted.Split(' ').Select(d => Qingtan.Day($"{start.Year}-{d}")), window.Days);
        Assert.Equal((start, window.Days[^1]), (window.StartedOn, window.LastDay));
        Assert.Equal(Qingtan.Day($"{start.Year}-{nextActionDay}"), window.NextActionDay);
    }

    [Theory]
    [InlineData("2022-12-19", 15, "2023-01-10")]
    [InlineData("2022-12-13", 10, "2022-12-27")]
    [InlineData("2022-12-15", 10, "2022-12-29")]
    [InlineData("2022-09-30", 2, "2022-10-09")]
    [InlineData("2022-09-30", 3, "2022-10-10")]
    public void Longer_and_shorter_periods_end_where_the_notices_say(string start, int workingDays, string lastDay) =>
        Assert.Equal(Qingtan.Day(lastDay), OfficialCalendar.Loaded.Window(Qingtan.Day(start), workingDays).LastDay);

    [Theory]
    [InlineData("2022-10-05", false)]
    [InlineData("2022-10-08", true)]
    [InlineData("2022-10-09", true)]
    [InlineData("2022-10-10", true)]
    [InlineData("2022-10-15", false)]
    [InlineData("2022-12-31", false)]
    [InlineData("2023-01-03", true)]
    public void A_make_up_weekend_works_and_a_holiday_weekday_rests(string day, bool worked) =>
        Assert.Equal(worked, OfficialCalendar.Loaded.IsWorkingDay(Qingtan.Day(day)));

    [Fact]
    public void A_start_day_that_rests_is_never_counted()
    {
        var holiday = Qingtan.Day("2022-10-03");

        var window = OfficialCalendar.Loaded.Window(holiday, 5, CountMode.IncludeStartDay);

        Assert.Equal(Qingtan.Day("2022-10-08"), window.Days[0]);
    }

    [Fact]
    public void A_period_into_a_year_without_notice_is_refused()
    {
        var calendar = OfficialCalendar.Of(2022);

        Assert.Equal(Qingtan.Day("2022-12-30"), calendar.Window(Qingtan.Day("2022-12-23"), 5).LastDay);
        Refused.With(CalendarRules.YearNotLoaded, () => calendar.Window(Qingtan.Day("2022-12-26"), 5));
        Refused.With(CalendarRules.YearNotLoaded, () => calendar.Before(Qingtan.Day("2022-01-05"), 5));
        Refused.With(CalendarRules.YearNotLoaded, () => calendar.IsWorkingDay(Qingtan.Day("2023-01-03")));
    }

    [Fact]
    public void A_period_has_at_least_one_day() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => OfficialCalendar.Loaded.Window(OfficialCalendar.FirstDay, 0));

    [Theory]
    [InlineData(0, "2022-10-09")]
    [InlineData(1, "2022-10-08")]
    [InlineData(2, "2022-09-30")]
    [InlineData(5, "2022-09-27")]
    public void A_reminder_is_counted_back_in_working_days(int workingDays, string reminded) =>
        Assert.Equal(Qingtan.Day(reminded), OfficialCalendar.Loaded.Before(Qingtan.Day("2022-10-09"), workingDays));

    [Theory]
    [InlineData("2022-09-28", 5)]
    [InlineData("2022-10-01", 2)]
    [InlineData("2022-10-09", 1)]
    [InlineData("2022-10-10", 0)]
    public void Days_left_count_today_and_the_last_day(string today, int left) =>
        Assert.Equal(left, OfficialCalendar.Loaded.DaysLeft(Qingtan.Day(today), Qingtan.Day("2022-10-09")));

    [Theory]
    [InlineData("2022-09-30", 0)]
    [InlineData("2022-10-07", 0)]
    [InlineData("2022-10-08", 1)]
    [InlineData("2022-10-10", 3)]
    public void Days_over_count_today_and_not_the_last_day(string today, int over) =>
        Assert.Equal(over, OfficialCalendar.Loaded.DaysOver(Qingtan.Day(today), Qingtan.Day("2022-09-30")));
}
