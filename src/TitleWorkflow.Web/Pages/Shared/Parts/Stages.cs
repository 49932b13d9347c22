namespace TitleWorkflow.Web.Pages.Shared.Parts;

/// <summary>How far a stage is: done, now, held (waits for the reader or is stopped) or to come.</summary>
public enum StageState
{
    ToCome,
    Now,
    Held,
    Done,
}

/// <summary>One of the five stages with what is known of it: dates, the office that has it; never a person.</summary>
public sealed record Stage(string Name, StageState State, params string[] Lines);

/// <summary>The five stages of a declaration, in order.</summary>
public sealed record Stages(IReadOnlyList<Stage> All);
