namespace TitleWorkflow.Engine.Tests.Laws;

/// <summary>
/// The plan of a flowchart and of what people do with it. Every plan is valid, whatever its numbers: they are taken
/// modulo what there is to choose from. That is what makes it easy to shrink.
/// </summary>
/// <param name="Places">The activities; the first is the start.</param>
/// <param name="Lines">The lines besides those that make every place reachable.</param>
/// <param name="Choices">Which of the open tasks is next, and whether it is answered or cancelled.</param>
/// <param name="Mode">How the flowchart decides.</param>
internal sealed record Plan(
    IReadOnlyList<Place> Places, IReadOnlyList<Line> Lines, IReadOnlyList<int> Choices, FlowchartMode Mode);

/// <summary>What stands at a place of a drawing.</summary>
internal enum PlaceKind
{
    Step,
    Task,
    Decision,
    Switch,
    Turn,
    Fork,
    JoinAny,
    JoinAll,
    JoinAllActive,
    End,
}

/// <summary>
/// One activity: what it is, from how far back a line leads to it, and what it decides each time it is reached. When the
/// turns are used up it decides for its first port, so every loop ends after a drawn number of rounds.
/// </summary>
internal sealed record Place(PlaceKind Kind, int Back, int Port, IReadOnlyList<int> Turns);

/// <summary>A further line: forward to a later place, or back to a place that every way to its source passes.</summary>
internal sealed record Line(int From, int To, int Port, bool IsBack);
