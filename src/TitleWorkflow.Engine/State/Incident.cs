using System.Text.Json.Nodes;

namespace TitleWorkflow.Engine.State;

/// <summary>Something in an instance that went wrong and that a person has to look at.</summary>
public sealed record Incident
{
    /// <summary>Unique within the instance.</summary>
    public required string Id { get; init; }

    /// <summary>What sort of trouble it is.</summary>
    public required IncidentKind Kind { get; init; }

    /// <summary>The id of the activity concerned; <c>Workflow1</c> for the workflow itself.</summary>
    public required string ActivityId { get; init; }

    /// <summary>The path of ids from the root to that activity.</summary>
    public required string ActivityNodeId { get; init; }

    /// <summary>The execution of that activity.</summary>
    public required string ActivityInstanceId { get; init; }

    /// <summary>The activity's type name.</summary>
    public required string ActivityType { get; init; }

    /// <summary>What went wrong, for people.</summary>
    public required string Message { get; init; }

    /// <summary>
    /// JSON object with <c>type</c>, <c>message</c>, <c>stackTrace</c> and <c>innerException</c>; null without an
    /// exception.
    /// </summary>
    public JsonNode? Exception { get; init; }

    /// <summary>
    /// What waits in vain, outermost first; for <see cref="IncidentKind.Stuck"/>, null otherwise. Empty if no activity in
    /// particular is to blame.
    /// </summary>
    public IReadOnlyList<VainWait>? Waits { get; init; }

    /// <summary>When it happened, in UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When it was settled, in UTC; null while it is open. Settled incidents stay in the instance.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Who settled it.</summary>
    public string? ClosedBy { get; init; }

    /// <summary>How it was settled, for people, e.g. <c>Retried</c> or the reason of a skip.</summary>
    public string? Resolution { get; init; }

    /// <summary>Whether somebody still has to look at it.</summary>
    public bool IsOpen => ClosedAt is null;
}

/// <summary>What sort of trouble an <see cref="Incident"/> is.</summary>
public enum IncidentKind
{
    /// <summary>An activity threw.</summary>
    Fault,

    /// <summary>The instance waits for nothing that could come.</summary>
    Stuck,

    /// <summary>One burst ran more steps than allowed: the flow turns in a circle without a wait.</summary>
    Endless,
}

/// <summary>An activity that waits for what can never come.</summary>
/// <param name="ActivityId">The activity's id in its document.</param>
/// <param name="Cause">How it came to wait.</param>
/// <param name="Missing">Ids of the activities whose branches a join still waits for; empty for every other cause, and where
/// they cannot be told.</param>
public sealed record VainWait(string ActivityId, VainWaitCause Cause, IReadOnlyList<string> Missing);

/// <summary>How an activity came to wait in vain.</summary>
public enum VainWaitCause
{
    /// <summary>Some branches have reached the join, the others never will.</summary>
    Join,

    /// <summary>It is held back, because its precondition does not hold.</summary>
    Precondition,

    /// <summary>It neither completed nor said what it waits for.</summary>
    NoBookmark,
}
