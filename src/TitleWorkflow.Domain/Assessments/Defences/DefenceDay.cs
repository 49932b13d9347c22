using TitleWorkflow.Domain.Calendars;

namespace TitleWorkflow.Domain.Assessments.Defences;

/// <summary>The hours and rooms of one day of oral defences.</summary>
/// <param name="HeldOn">The day.</param>
/// <param name="FirstAt">When the first candidates are heard.</param>
/// <param name="Until">When the last ones must be done.</param>
/// <param name="MinutesEach">Minutes for each candidate, from 1.</param>
/// <param name="BreakAfter">After how many candidates a room has a break; 0 for never.</param>
/// <param name="BreakMinutes">Minutes of a break.</param>
/// <param name="Rooms">Names of the rooms, as applicants are told them.</param>
public sealed record DefenceDay(
    DateOnly HeldOn, TimeOnly FirstAt, TimeOnly Until, int MinutesEach, int BreakAfter, int BreakMinutes, IReadOnlyList<string> Rooms)
{
    /// <summary>The times at which candidates are heard in every room, none overlapping another.</summary>
    public IReadOnlyList<DateTimeOffset> Starts()
    {
        var starts = new List<DateTimeOffset>();
        var at = FirstAt.ToTimeSpan();
        while (MinutesEach > 0 && at + TimeSpan.FromMinutes(MinutesEach) <= Until.ToTimeSpan())
        {
            starts.Add((HeldOn.StartsAt() + at).ToUniversalTime());
            at += TimeSpan.FromMinutes(MinutesEach);
            if (BreakAfter > 0 && starts.Count % BreakAfter == 0)
            {
                at += TimeSpan.FromMinutes(BreakMinutes);
            }
        }

        return starts;
    }
}
