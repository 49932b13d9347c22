namespace TitleWorkflow.Domain.Calendars;

/// <summary>Whether the day an act falls on is the first day of the period it starts.</summary>
public enum CountMode
{
    /// <summary>The start day is not counted; the general rule (Civil Code, art. 201).</summary>
    ExcludeStartDay,

    /// <summary>The start day is day one, if it is a working day.</summary>
    IncludeStartDay,
}
