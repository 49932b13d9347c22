namespace TitleWorkflow.Persistence.Writing;

/// <summary>The answer a write gave, kept in the same commit and given again when the same key comes back.</summary>
public sealed class IdempotentAnswer
{
    /// <summary>Who sent it and the key they chose: unique.</summary>
    public required string Key { get; init; }

    /// <summary>The use case; the same key for another one is refused.</summary>
    public required string Action { get; init; }

    /// <summary>The answer as JSON.</summary>
    public required string Answer { get; init; }

    /// <summary>When it was given.</summary>
    public required DateTimeOffset At { get; init; }
}
