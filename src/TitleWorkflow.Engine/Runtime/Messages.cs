using TitleWorkflow.Engine.State;

namespace TitleWorkflow.Engine.Runtime;

/// <summary>A wish to make an instance that does not run yet.</summary>
public sealed record CreateWorkflowInstanceRequest
{
    /// <summary>What it runs.</summary>
    public required WorkflowDefinitionHandle WorkflowDefinitionHandle { get; init; }

    /// <summary>What it is about.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>A name for people.</summary>
    public string? Name { get; init; }

    /// <summary>Values for the definition's inputs.</summary>
    public IDictionary<string, object>? Input { get; init; }

    /// <summary>What activities find in the instance's properties from the beginning.</summary>
    public IDictionary<string, object>? Properties { get; init; }

    /// <summary>The instance that dispatches it.</summary>
    public string? ParentId { get; init; }
}

/// <summary>Whether the instance was made.</summary>
/// <param name="CannotStart">True if it was not: nothing is published, an input is wrong, or the activation strategy
/// forbids it.</param>
public sealed record CreateWorkflowInstanceResponse(bool CannotStart)
{
    /// <summary>Why it was not made, for people; empty if it was.</summary>
    public IReadOnlyList<string> Refusals { get; init; } = [];
}

/// <summary>A wish to run an instance: begin it, go on with it, or resume one of its bookmarks.</summary>
public sealed record RunWorkflowInstanceRequest
{
    /// <summary>Nothing in particular.</summary>
    public static RunWorkflowInstanceRequest Empty { get; } = new();

    /// <summary>The trigger activity that starts it; only for one that has not begun.</summary>
    public string? TriggerActivityId { get; init; }

    /// <summary>The bookmark to resume; null begins the instance, or goes on with an interrupted one.</summary>
    public string? BookmarkId { get; init; }

    /// <summary>What comes with it, for this burst only.</summary>
    public IDictionary<string, object>? Input { get; init; }
}

/// <summary>A wish to make an instance and to run its first burst.</summary>
public sealed record CreateAndRunWorkflowInstanceRequest
{
    /// <summary>What it runs.</summary>
    public required WorkflowDefinitionHandle WorkflowDefinitionHandle { get; init; }

    /// <summary>What it is about.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>A name for people.</summary>
    public string? Name { get; init; }

    /// <summary>Values for the definition's inputs.</summary>
    public IDictionary<string, object>? Input { get; init; }

    /// <summary>What activities find in the instance's properties from the beginning.</summary>
    public IDictionary<string, object>? Properties { get; init; }

    /// <summary>The instance that dispatches it.</summary>
    public string? ParentId { get; init; }

    /// <summary>The trigger activity that starts it; null for an ordinary start.</summary>
    public string? TriggerActivityId { get; init; }
}

/// <summary>What an instance is after a burst, or without one.</summary>
/// <param name="WorkflowInstanceId">The instance; empty if none came into being.</param>
/// <param name="Status">Whether it still has something ahead of it.</param>
/// <param name="SubStatus">How it runs, waits or ended.</param>
/// <param name="Incidents">What went wrong in this burst.</param>
public sealed record RunWorkflowInstanceResponse(
    string WorkflowInstanceId, WorkflowStatus Status, WorkflowSubStatus SubStatus, IReadOnlyList<Incident> Incidents)
{
    /// <summary>True if the instance could not be started: an answer, not an error.</summary>
    public bool CannotStart { get; init; }

    /// <summary>Why it could not be started, for people; empty if it was.</summary>
    public IReadOnlyList<string> Refusals { get; init; } = [];

    internal static RunWorkflowInstanceResponse Of(RunResult run) =>
        new(run.InstanceId, run.Status, run.SubStatus, run.NewIncidents)
        {
            CannotStart = run.Outcome != StartOutcome.Started,
            Refusals = run.Refusals,
        };
}
