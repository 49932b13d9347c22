namespace TitleWorkflow.Engine;

/// <summary>A stimulus that starts new instances of a definition version at one of its activities.</summary>
/// <param name="DefinitionId">The logical definition.</param>
/// <param name="DefinitionVersionId">The published version.</param>
/// <param name="ActivityId">Where the instance begins.</param>
/// <param name="Name">The stimulus' name.</param>
/// <param name="Hash">The key it is found by.</param>
/// <param name="PayloadJson">The stimulus as JSON; null if there is none.</param>
/// <param name="DueAt">When a clock shall send it next, in UTC; null if none shall.</param>
public sealed record TriggerRecord(
    string DefinitionId,
    string DefinitionVersionId,
    string ActivityId,
    string Name,
    string Hash,
    string? PayloadJson,
    DateTimeOffset? DueAt = null);

/// <summary>
/// Where the engine finds the triggers of published definitions. A host without one starts nothing by stimulus.
/// </summary>
public interface ITriggerStore
{
    /// <summary>The triggers with that hash, of published versions only.</summary>
    ValueTask<IReadOnlyList<TriggerRecord>> FindAsync(string hash, CancellationToken ct);
}
