using TitleWorkflow.Domain.Calendars;

namespace TitleWorkflow.Application.Workflows.Figures;

/// <summary>How cases have fared at one step.</summary>
/// <param name="Visits">Times that a case came here, those that last included.</param>
/// <param name="Open">How many of them last.</param>
/// <param name="MedianDays">Working days that half of those that ended took at most; null if none has ended.</param>
/// <param name="NinthDays">Working days that nine of ten took at most; null if none has ended.</param>
/// <param name="Returns">Times that the step sent a case back.</param>
public sealed record StepPace(int Visits, int Open, int? MedianDays, int? NinthDays, int Returns)
{
    private const string Return = "Return";

    /// <summary>A step nobody has come to.</summary>
    public static StepPace None { get; } = new(0, 0, null, null, 0);

    /// <summary>The pace of every step that one of the cases came to, by the step's id.</summary>
    internal static IReadOnlyDictionary<string, StepPace> Of(IEnumerable<CaseRun> cases, WorkingCalendar calendar) => cases
        .SelectMany(c => c.Visits)
        .GroupBy(v => v.Step.Id)
        .ToDictionary(step => step.Key, step => Of([.. step.Select(v => v.Visit)], calendar));

    // What ends on the day it began takes no working day; what ends on the next one takes one.
    private static StepPace Of(IReadOnlyList<Visit> visits, WorkingCalendar calendar)
    {
        var days = visits.Where(v => v is { End: VisitEnd.Done, EndedAt: not null })
            .Select(v => calendar.DaysLeft(v.StartedAt.LegalDate().AddDays(1), v.EndedAt!.Value.LegalDate()))
            .ToList();
        return new StepPace(
            visits.Count,
            visits.Count(v => v.End is null),
            Share(days, 0.5),
            Share(days, 0.9),
            visits.Count(v => v.Outcomes.Contains(Return)));
    }

    /// <summary>The least value that at least this share of them does not exceed; null of nothing.</summary>
    internal static int? Share(IReadOnlyCollection<int> values, double share) =>
        values.Count == 0 ? null : values.Order().ElementAt((int)Math.Ceiling(share * values.Count) - 1);
}
