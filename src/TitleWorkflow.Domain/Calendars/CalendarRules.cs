namespace TitleWorkflow.Domain.Calendars;

/// <summary>What the official calendar demands.</summary>
public static class CalendarRules
{
    /// <summary>A period may not run into a year whose holiday notice is not loaded.</summary>
    public static readonly Rule YearNotLoaded = new(
        "calendars.year-not-loaded",
        "The period runs into a year whose official holiday notice is not loaded.",
        Source.HolidayNotice);
}
