using TitleWorkflow.Domain.Assessments.Defences;
using TitleWorkflow.Domain.Declarations;

namespace TitleWorkflow.Web.Pages.Assessments;

/// <summary>The form of a day of oral defences: hours, breaks, rooms one a line, and who is heard.</summary>
public sealed class DefenceInput
{
    public DateOnly? HeldOn { get; set; }

    public TimeOnly FirstAt { get; set; } = new(8, 30);

    public TimeOnly Until { get; set; } = new(17, 30);

    public int MinutesEach { get; set; }

    public int BreakAfter { get; set; } = 6;

    public int BreakMinutes { get; set; } = 15;

    public string? Rooms { get; set; }

    public List<Guid> Declarations { get; set; } = [];

    internal DefenceDay? Day => HeldOn is { } day
        ? new DefenceDay(
            day, FirstAt, Until, MinutesEach, BreakAfter, BreakMinutes,
            [.. (Rooms ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)])
        : null;

    internal IReadOnlyList<DeclarationId> Chosen => [.. Declarations.Select(d => new DeclarationId(d))];
}
