using System.Text.Json.Nodes;

namespace TitleWorkflow.Engine.State;

/// <summary>
/// One execution of one node, as it is stored. Completed ones leave the state, except the workflow itself.
/// </summary>
internal sealed class ActivityInstance
{
    public required string Id { get; init; }

    public required string NodeId { get; set; }

    public string? OwnerId { get; init; }

    public ActivityStatus Status { get; set; }

    public DateTimeOffset StartedAt { get; set; }

    public int FaultCount { get; set; }

    /// <summary>The owner's method to call when this instance ends.</summary>
    public string? Callback { get; init; }

    public JsonNode? Tag { get; init; }

    /// <summary>Whether the flowchart came here through a backward connection.</summary>
    public bool Backward { get; init; }

    /// <summary>What the owner handed over when it scheduled the activity.</summary>
    public Dictionary<string, object?>? Input { get; set; }

    public Dictionary<string, object?> Properties { get; init; } = [];

    /// <summary>Values of the declared variables by id; those of the memory driver are not among them.</summary>
    public Dictionary<string, object?> Variables { get; init; } = [];

    /// <summary>Variables no document declares: a loop's current value, or those a script made up.</summary>
    public List<ScopedVariable>? Dynamic { get; set; }
}

internal sealed class ScopedVariable
{
    public required string Name { get; init; }

    public object? Value { get; set; }
}

/// <summary>Work that was still queued when a fault stopped the burst.</summary>
internal sealed record ScheduledItem(
    string NodeId,
    string? OwnerId,
    string? InstanceId,
    string? Callback,
    JsonNode? Tag,
    bool Backward,
    Dictionary<string, object?>? Input,
    List<ScopedVariable>? Variables,
    string? BookmarkId = null);
