using TitleWorkflow.Domain.RuleSets;

namespace TitleWorkflow.Domain.Tests.RuleSets;

public sealed class SeniorityTests
{
    [Theory]
    [InlineData("2020-12-31", 24, "on the last day: two years are full")]
    [InlineData("2020-01-15", 35, "two years and eleven months")]
    [InlineData("2019-03-01", 46, "three years and ten months, the cut-off day included")]
    [InlineData("2021-01-01", 23, "a year is full on its anniversary, never a day before")]
    [InlineData("2018-06-30", 54, "four and a half years")]
    [InlineData("2022-12-31", 0, "begun today")]
    [InlineData("2023-05-01", 0, "not begun")]
    public void Months_are_counted_from_the_day_to_the_end_of_the_plan_year(string since, int months, string why)
    {
        var seniority = new Seniority(SeniorityStartRule.OnTheDay, SeniorityCutoffRule.EndOfPlanYear);

        Assert.True(months == seniority.MonthsHeld(Qingtan.Day(since), seniority.CutoffOf(2022)), why);
    }

    [Theory]
    [InlineData(SeniorityStartRule.OnTheDay, "2018-07-02", "2023-07-02")]
    [InlineData(SeniorityStartRule.NextYear, "2018-07-02", "2023-12-31")]
    [InlineData(SeniorityStartRule.NextYear, "2018-12-31", "2023-12-31")]
    [InlineData(SeniorityStartRule.OnTheDay, "2020-02-29", "2025-02-28")]
    public void Five_years_are_full_by_the_regions_own_count(SeniorityStartRule start, string since, string full) =>
        Assert.Equal(Qingtan.Day(full), new Seniority(start, SeniorityCutoffRule.EndOfPlanYear).FullOn(Qingtan.Day(since), 5));

    [Theory]
    [InlineData(SeniorityCutoffRule.EndOfPlanYear, "2022-12-31", 2023)]
    [InlineData(SeniorityCutoffRule.EndOfYearBefore, "2021-12-31", 2024)]
    public void A_plan_year_reaches_to_its_cutoff(SeniorityCutoffRule rule, string cutoff, int yearOfJanuary2023)
    {
        var seniority = new Seniority(SeniorityStartRule.OnTheDay, rule);

        Assert.Equal(Qingtan.Day(cutoff), seniority.CutoffOf(2022));
        Assert.Equal(yearOfJanuary2023, seniority.PlanYearOf(Qingtan.Day("2023-01-15")));
    }
}
