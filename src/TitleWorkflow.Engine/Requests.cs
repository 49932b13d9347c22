using System.Text.Json.Nodes;
using TitleWorkflow.Engine.State;

namespace TitleWorkflow.Engine;

/// <summary>A wish to start a definition: its published version, unless one is named.</summary>
/// <param name="DefinitionId">The logical definition.</param>
public sealed record StartWorkflow(string DefinitionId)
{
    /// <summary>One particular version of the definition, published or not; null for the published one.</summary>
    public string? VersionId { get; init; }

    /// <summary>What the instance is about; null if that is not known yet.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>A name for people.</summary>
    public string? Name { get; init; }

    /// <summary>
    /// Values for the definition's inputs; undeclared ones are kept too. Names are compared ignoring case.
    /// </summary>
    public IReadOnlyDictionary<string, JsonNode?> Input { get; init; } = new Dictionary<string, JsonNode?>();

    /// <summary>What activities find in the instance's properties from the beginning.</summary>
    public IReadOnlyDictionary<string, JsonNode?> Properties { get; init; } = new Dictionary<string, JsonNode?>();

    /// <summary>Who starts it; goes into the journal.</summary>
    public required string By { get; init; }

    /// <summary>The new instance's id; made by the engine if null.</summary>
    public string? InstanceId { get; init; }

    /// <summary>The trigger activity that starts it; null for an ordinary start.</summary>
    public string? TriggerActivityId { get; init; }

    /// <summary>The instance that dispatches it; null if none does.</summary>
    public string? ParentInstanceId { get; init; }
}

/// <summary>A wish to begin a created instance, or to go on with an interrupted one.</summary>
/// <param name="InstanceId">The instance.</param>
public sealed record RunInstance(string InstanceId)
{
    /// <summary>The trigger activity that starts it; null for the one it was created with.</summary>
    public string? TriggerActivityId { get; init; }

    /// <summary>What comes with it; layered over the input the instance was created with, for this burst only.</summary>
    public IReadOnlyDictionary<string, JsonNode?> Input { get; init; } = new Dictionary<string, JsonNode?>();

    /// <summary>Who runs it; goes into the journal.</summary>
    public required string By { get; init; }
}

/// <summary>A wish to resume whatever waits for something. Every part that is given must fit.</summary>
public sealed record ResumeWorkflow
{
    /// <summary>One particular bookmark.</summary>
    public string? BookmarkId { get; init; }

    /// <summary>The stimulus; its hash must equal the bookmark's.</summary>
    public object? Stimulus { get; init; }

    /// <summary>The stimulus' name; that of its type if null.</summary>
    public string? StimulusName { get; init; }

    /// <summary>The bookmark's hash, where the caller has it ready; wins over the stimulus.</summary>
    public string? Hash { get; init; }

    /// <summary>One particular instance.</summary>
    public string? InstanceId { get; init; }

    /// <summary>One particular activity execution; also part of the hash if the bookmark was made with it.</summary>
    public string? ActivityInstanceId { get; init; }

    /// <summary>The correlation id that the bookmark was stored with.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>What comes with it; layered over the input the instance was started with for this burst only.</summary>
    public IReadOnlyDictionary<string, JsonNode?> Input { get; init; } = new Dictionary<string, JsonNode?>();

    /// <summary>Who resumes; goes into the journal.</summary>
    public required string By { get; init; }
}

/// <summary>Something that has happened: it may start new instances and resume waiting ones.</summary>
/// <param name="Stimulus">What has happened; its hash is the key. Null only if the hash is given.</param>
public sealed record SendStimulus(object? Stimulus)
{
    /// <summary>Its name; that of its type if null.</summary>
    public string? Name { get; init; }

    /// <summary>Its hash, where the caller has it ready; wins over the stimulus.</summary>
    public string? Hash { get; init; }

    /// <summary>Only bookmarks stored with this correlation id are resumed; new instances get it.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>Only this instance hears it; nothing is started.</summary>
    public string? InstanceId { get; init; }

    /// <summary>Only this execution of an activity hears it; nothing is started.</summary>
    public string? ActivityInstanceId { get; init; }

    /// <summary>What comes with it.</summary>
    public IReadOnlyDictionary<string, JsonNode?> Input { get; init; } = new Dictionary<string, JsonNode?>();

    /// <summary>Who sends it; goes into the journal.</summary>
    public required string By { get; init; }
}

/// <summary>What a burst came to.</summary>
/// <param name="InstanceId">The instance; empty if none came into being.</param>
/// <param name="Status">Whether it still has something ahead of it.</param>
/// <param name="SubStatus">How it runs, waits or ended.</param>
/// <param name="NewIncidents">What went wrong in this burst.</param>
/// <param name="Outcome">Whether a start happened; <see cref="StartOutcome.Started"/> for every other burst.</param>
public sealed record RunResult(
    string InstanceId,
    WorkflowStatus Status,
    WorkflowSubStatus SubStatus,
    IReadOnlyList<Incident> NewIncidents,
    StartOutcome Outcome)
{
    /// <summary>Why a start did not happen, for people; empty if it did.</summary>
    public IReadOnlyList<string> Refusals { get; init; } = [];
}

/// <summary>Whether a start happened.</summary>
public enum StartOutcome
{
    /// <summary>An instance exists and has run its first burst.</summary>
    Started,

    /// <summary>The definition has no published version.</summary>
    NotPublished,

    /// <summary>A required input is missing or has the wrong type; nothing was stored.</summary>
    InvalidInput,

    /// <summary>The activation strategy forbids another instance at present; nothing was stored.</summary>
    Refused,
}

/// <summary>What a resume came to.</summary>
/// <param name="Outcome">Whether anything was resumed.</param>
/// <param name="Runs">One for each bookmark that was resumed.</param>
public sealed record ResumeResult(ResumeOutcome Outcome, IReadOnlyList<RunResult> Runs);

/// <summary>Whether anything was resumed.</summary>
public enum ResumeOutcome
{
    /// <summary>At least one bookmark was.</summary>
    Resumed,

    /// <summary>Nothing waits for it, and nothing is known to have waited: no such task.</summary>
    NotFound,

    /// <summary>The instance waited for it once: the task is done, or was withdrawn. Said only where the request names the
    /// instance or the bookmark.</summary>
    AlreadyDone,

    /// <summary>The instance has finished, was cancelled or is faulted.</summary>
    AlreadyFinished,
}
