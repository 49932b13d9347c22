namespace TitleWorkflow.Web.Pages.Shared.Parts;

/// <summary>
/// What a day of a window is: counted, not counted (休), a make-up working day (班), or the day it starts.
/// </summary>
public enum DayKind
{
    Counted,
    Off,
    MakeUp,
    Start,
}

/// <summary>One day of the ruler. A label, where given, stands for the weekday ("第 2 天", "发布").</summary>
public sealed record RulerDay(DateOnly Date, DayKind Kind = DayKind.Counted, string? Label = null);

/// <summary>The working-day ruler: every calendar day of a window; the last one is the deadline.</summary>
public sealed record Days(IReadOnlyList<RulerDay> All);
