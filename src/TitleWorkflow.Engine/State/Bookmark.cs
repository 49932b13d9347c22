using System.Text.Json.Nodes;

namespace TitleWorkflow.Engine.State;

/// <summary>A place where an instance waits and can be resumed from.</summary>
public sealed record Bookmark
{
    /// <summary>Unique among all instances.</summary>
    public required string Id { get; init; }

    /// <summary>The stimulus' name; the activity's type if the stimulus has none of its own.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// The lookup key, as <see cref="Execution.StimulusHash"/> computes it: 64 upper-case hexadecimal digits.
    /// </summary>
    public required string Hash { get; init; }

    /// <summary>The stimulus as JSON; null if there is none.</summary>
    public JsonNode? Payload { get; init; }

    /// <summary>The id of the waiting activity in its document.</summary>
    public required string ActivityId { get; init; }

    /// <summary>The path of ids from the root to the waiting activity.</summary>
    public required string ActivityNodeId { get; init; }

    /// <summary>The waiting execution of that activity.</summary>
    public required string ActivityInstanceId { get; init; }

    /// <summary>When the bookmark was made, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When a clock shall resume the bookmark, in UTC; null if none shall.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Whether a resume consumes the bookmark; a signal that may come repeatedly does not burn.</summary>
    public bool AutoBurn { get; init; } = true;

    /// <summary>Whether, without a callback, a resume completes the activity with <c>Done</c>.</summary>
    public bool AutoComplete { get; init; } = true;

    /// <summary>The method of the activity to call on a resume; null if there is none.</summary>
    public string? CallbackMethodName { get; init; }

    /// <summary>Whatever the activity wants to be stored beside the bookmark.</summary>
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }

    /// <summary>The instance's correlation id at the end of the burst that made the bookmark.</summary>
    public string? CorrelationId { get; init; }
}
