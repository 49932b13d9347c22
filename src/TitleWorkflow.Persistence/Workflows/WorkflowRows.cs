using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Engine.State;

namespace TitleWorkflow.Persistence.Workflows;

/// <summary>One immutable version of a flow; only the flags change.</summary>
public sealed class WorkflowVersion
{
    /// <summary>Version id.</summary>
    public required string Id { get; init; }

    /// <summary>The flow's id, equal for all its versions.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>Number, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>The document.</summary>
    public required string Json { get; init; }

    /// <summary>Hash of its content, without ids and flags.</summary>
    public required string ContentHash { get; init; }

    /// <summary>When it was stored.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who stored it; null for a file imported at start.</summary>
    public Guid? CreatedBy { get; init; }

    /// <summary>New instances take this one; at most one per flow.</summary>
    public bool IsPublished { get; set; }

    /// <summary>When it was published; null before.</summary>
    public DateTimeOffset? PublishedAt { get; set; }

    /// <summary>Who approved it; null for a demo.</summary>
    public Guid? PublishedBy { get; set; }

    /// <summary>Counts the changes of the flags.</summary>
    public int Revision { get; set; }
}

/// <summary>A running or finished flow.</summary>
public sealed class InstanceRow
{
    /// <summary>Instance id.</summary>
    public required string Id { get; init; }

    /// <summary>The flow.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>The version it runs on.</summary>
    public required string VersionId { get; set; }

    /// <summary>Correlation id; the declaration's.</summary>
    public string? CorrelationId { get; set; }

    /// <summary>Key that at most one running instance may hold; null if the flow does not restrict activation.</summary>
    public string? ActivationKey { get; set; }

    /// <summary>Name.</summary>
    public string? Name { get; set; }

    /// <summary>Status.</summary>
    public required string Status { get; set; }

    /// <summary>Sub-status.</summary>
    public required string SubStatus { get; set; }

    /// <summary>The case it runs for, if its correlation id may be one's; null otherwise.</summary>
    public DeclarationId? Declaration { get; set; }

    /// <summary>Open incidents.</summary>
    public int Incidents { get; set; }

    /// <summary>Kind of the latest open incident; null if none is open.</summary>
    public IncidentKind? Trouble { get; set; }

    /// <summary>The whole state as JSON.</summary>
    public required string State { get; set; }

    /// <summary>When it started.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it last ran.</summary>
    public required DateTimeOffset UpdatedAt { get; set; }

    /// <summary>When it finished; null before.</summary>
    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>Counts the bursts; a burst based on an older count is refused.</summary>
    public int Revision { get; set; }
}

/// <summary>A place where an instance waits.</summary>
public sealed class BookmarkRow
{
    /// <summary>Bookmark id.</summary>
    public required string Id { get; init; }

    /// <summary>The instance.</summary>
    public required string InstanceId { get; init; }

    /// <summary>Stimulus name.</summary>
    public required string Name { get; init; }

    /// <summary>Stimulus hash.</summary>
    public required string Hash { get; init; }

    /// <summary>Correlation id when it was made.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>The waiting activity instance.</summary>
    public required string ActivityInstanceId { get; init; }

    /// <summary>When it fires by the clock; null if it does not, or is given up.</summary>
    public DateTimeOffset? DueAt { get; set; }
}

/// <summary>One line of an instance's journal; append-only.</summary>
public sealed class JournalRow
{
    /// <summary>The instance.</summary>
    public required string InstanceId { get; init; }

    /// <summary>Place in the journal, from 1.</summary>
    public required long Sequence { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What happened.</summary>
    public required string EventName { get; init; }

    /// <summary>The step.</summary>
    public required string ActivityId { get; init; }

    /// <summary>Its execution.</summary>
    public required string ActivityInstanceId { get; init; }

    /// <summary>Path of the step.</summary>
    public required string NodeId { get; init; }

    /// <summary>Type of the step.</summary>
    public required string ActivityType { get; init; }

    /// <summary>Outcomes, as JSON list.</summary>
    public required List<string> Outcomes { get; init; }

    /// <summary>Message; null if none.</summary>
    public string? Message { get; init; }

    /// <summary>Payload as JSON; null if none.</summary>
    public string? Payload { get; init; }

    /// <summary>Who resumed the flow.</summary>
    public required string By { get; init; }
}
