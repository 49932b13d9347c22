namespace TitleWorkflow.Domain.Calendars;

/// <summary>A period counted in working days.</summary>
/// <param name="StartedOn">The day of the act that starts it.</param>
/// <param name="Days">The counted working days in order; never empty.</param>
public sealed record WorkingWindow(DateOnly StartedOn, IReadOnlyList<DateOnly> Days)
{
    /// <summary>The last counted day; the period ends with it, at 24:00.</summary>
    public DateOnly LastDay => Days[^1];

    /// <summary>The first day on which the next act is allowed, from 0:00: the calendar day after the last.</summary>
    public DateOnly NextActionDay => LastDay.AddDays(1);
}
