namespace TitleWorkflow.Domain.RuleSets;

/// <summary>From which day years are counted.</summary>
public enum SeniorityStartRule
{
    /// <summary>From the day of the certificate.</summary>
    OnTheDay,

    /// <summary>From 1 January of the year after it.</summary>
    NextYear,
}

/// <summary>To which day years are counted.</summary>
public enum SeniorityCutoffRule
{
    /// <summary>To 31 December of the plan year.</summary>
    EndOfPlanYear,

    /// <summary>To 31 December of the year before the plan year.</summary>
    EndOfYearBefore,
}

/// <summary>
/// How a region counts years of seniority (任职年限). A year is full on its anniversary; the day it starts is not counted
/// (Civil Code, art. 201), and where the anniversary is missing the month's last day takes its place.
/// </summary>
/// <param name="Start">From which day.</param>
/// <param name="Cutoff">To which day.</param>
public sealed record Seniority(SeniorityStartRule Start, SeniorityCutoffRule Cutoff)
{
    /// <summary>The last day that counts for a plan year.</summary>
    public DateOnly CutoffOf(int planYear) => new(Cutoff == SeniorityCutoffRule.EndOfPlanYear ? planYear : planYear - 1, 12, 31);

    /// <summary>The first plan year whose cut-off is not before <paramref name="day"/>.</summary>
    public int PlanYearOf(DateOnly day) => Cutoff == SeniorityCutoffRule.EndOfPlanYear ? day.Year : day.Year + 1;

    /// <summary>The day on which so many years after <paramref name="since"/> are full.</summary>
    public DateOnly FullOn(DateOnly since, int years) => Origin(since).AddYears(years);

    /// <summary>
    /// Months held up to <paramref name="cutoff"/>, that day included; the twelfth month of a year counts only on its
    /// anniversary, so that what is shown never says more than what is decided. 0 where nothing has begun.
    /// </summary>
    public int MonthsHeld(DateOnly since, DateOnly cutoff)
    {
        var origin = Origin(since);
        var years = 0;
        while (origin.AddYears(years + 1) <= cutoff)
        {
            years++;
        }

        var months = 0;
        while (months < 11 && origin.AddYears(years).AddMonths(months + 1) <= cutoff.AddDays(1))
        {
            months++;
        }

        return (years * 12) + months;
    }

    // Counting 1 January in and counting from the day before, not counting it, are the same.
    private DateOnly Origin(DateOnly since) => Start == SeniorityStartRule.OnTheDay ? since : new DateOnly(since.Year, 12, 31);
}
