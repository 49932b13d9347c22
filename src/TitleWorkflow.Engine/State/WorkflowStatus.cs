namespace TitleWorkflow.Engine.State;

/// <summary>Whether an instance still has something ahead of it.</summary>
public enum WorkflowStatus
{
    /// <summary>The instance runs or waits.</summary>
    Running,

    /// <summary>The instance has ended; only a retry of an incident leads back to <see cref="Running"/>.</summary>
    Finished,
}

/// <summary>How an instance runs, waits or ended; refines <see cref="WorkflowStatus"/>.</summary>
public enum WorkflowSubStatus
{
    /// <summary>Created, nothing executed yet.</summary>
    Pending,

    /// <summary>A burst is under way.</summary>
    Executing,

    /// <summary>Waits for a bookmark, or is stuck; an incident says why if it is stuck.</summary>
    Suspended,

    /// <summary>The process stopped in the middle of a burst.</summary>
    Interrupted,

    /// <summary>Ended as drawn.</summary>
    Finished,

    /// <summary>Ended on somebody's order.</summary>
    Cancelled,

    /// <summary>
    /// Ended by an incident under the fault strategy; bookmarks and queued work are frozen for a retry.
    /// </summary>
    Faulted,
}

/// <summary>The state of one execution of one activity.</summary>
public enum ActivityStatus
{
    /// <summary>Scheduled, or held back because its precondition does not hold.</summary>
    Pending,

    /// <summary>Executing or waiting.</summary>
    Running,

    /// <summary>Ended by itself.</summary>
    Completed,

    /// <summary>Ended by another's decision.</summary>
    Canceled,

    /// <summary>Ended by an exception; can be retried or skipped.</summary>
    Faulted,
}
