using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace TitleWorkflow.Engine.State;

/// <summary>One run of a definition version, as plain data.</summary>
/// <remarks>
/// The engine changes an instance only between <see cref="IWorkflowInstanceStore.FindAsync"/> and
/// <see cref="IWorkflowInstanceStore.StageAsync"/>. It is not safe for use by several threads.
/// </remarks>
public sealed class WorkflowInstance
{
    /// <summary>Unique among all instances.</summary>
    public required string Id { get; init; }

    /// <summary>The logical definition, equal for all its versions.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>The version the instance is pinned to; only a migration changes it.</summary>
    [JsonInclude]
    public string DefinitionVersionId { get; internal set; } = "";

    /// <summary>The number of that version, from 1.</summary>
    [JsonInclude]
    public int Version { get; internal set; }

    /// <summary>What the instance is about, e.g. a dossier's number.</summary>
    [JsonInclude]
    public string? CorrelationId { get; internal set; }

    /// <summary>A name for people.</summary>
    [JsonInclude]
    public string? Name { get; internal set; }

    /// <summary>Whether the instance still has something ahead of it.</summary>
    [JsonInclude]
    public WorkflowStatus Status { get; internal set; }

    /// <summary>How the instance runs, waits or ended.</summary>
    [JsonInclude]
    public WorkflowSubStatus SubStatus { get; internal set; }

    /// <summary>When it was started, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When its last burst ended, in UTC.</summary>
    [JsonInclude]
    public DateTimeOffset UpdatedAt { get; internal set; }

    /// <summary>When it ended, in UTC; null while it runs.</summary>
    [JsonInclude]
    public DateTimeOffset? FinishedAt { get; internal set; }

    /// <summary>The instance that started this one by a dispatch activity; null if none did.</summary>
    public string? ParentInstanceId { get; init; }

    /// <summary>The activity that started the instance as its trigger; null for an ordinary start.</summary>
    public string? TriggerActivityId { get; init; }

    /// <summary>
    /// The key that must be unique among running instances if the definition's activation strategy asks for it;
    /// null if it does not, and once the instance has finished.
    /// </summary>
    [JsonInclude]
    public string? ActivationKey { get; internal set; }

    /// <summary>Everything the instance was started with, declared or not.</summary>
    public IReadOnlyDictionary<string, JsonNode?> Input { get; init; } =
        new Dictionary<string, JsonNode?>(StringComparer.OrdinalIgnoreCase);

    /// <summary>What the instance has produced so far, by output name.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonNode?> Output => Outputs;

    /// <summary>Where the instance waits.</summary>
    [JsonIgnore]
    public IReadOnlyList<Bookmark> Bookmarks => OpenBookmarks;

    /// <summary>Everything that went wrong, settled or not, oldest first.</summary>
    [JsonIgnore]
    public IReadOnlyList<Incident> Incidents => AllIncidents;

    /// <summary>The current values of the workflow's own variables as JSON, by variable id.</summary>
    public IReadOnlyDictionary<string, JsonNode?> Variables() =>
        Activities.Find(activity => activity.OwnerId is null)?.Variables
            .ToDictionary(pair => pair.Key, pair => StateJson.ToNode(pair.Value)) ?? [];

    /// <summary>
    /// The activities that have begun and not ended, outermost first; empty once the instance has finished.
    /// </summary>
    public IEnumerable<ActiveActivity> ActiveActivities() =>
        from activity in Activities
        where activity.Status is not (ActivityStatus.Completed or ActivityStatus.Canceled)
        select new ActiveActivity(activity.Id, activity.NodeId, activity.Status, activity.StartedAt);

    /// <summary>
    /// The variables of all activities that have begun and not ended, outermost first; those of the memory driver are not
    /// among them.
    /// </summary>
    public IEnumerable<OpenVariable> OpenVariables() =>
        from activity in Activities
        where activity.Status is not (ActivityStatus.Completed or ActivityStatus.Canceled)
        from variable in activity.Variables
            .Concat(from made in activity.Dynamic ?? [] select KeyValuePair.Create(made.Name, made.Value))
        select new OpenVariable(variable.Key, activity.NodeId, StateJson.ToNode(variable.Value));

    [JsonInclude]
    internal long Sequence { get; set; }

    /// <summary>The versions of workflows used as activities that the instance began with, where they are not pinned.</summary>
    [JsonInclude]
    public Dictionary<string, string> EmbeddedVersions { get; internal set; } = [];

    /// <summary>Whether the trigger that started the instance has executed: afterwards it waits like any other.</summary>
    [JsonInclude]
    internal bool HasTriggered { get; set; }

    /// <summary>Fingerprints of bookmarks that were resumed or withdrawn, and of their hashes; the latest.</summary>
    [JsonInclude]
    internal List<string> PastBookmarks { get; init; } = [];

    [JsonInclude]
    internal Dictionary<string, JsonNode?> Outputs { get; init; } = new(StringComparer.OrdinalIgnoreCase);

    [JsonInclude]
    internal Dictionary<string, JsonNode?> Properties { get; init; } = [];

    [JsonInclude]
    internal List<ActivityInstance> Activities { get; init; } = [];

    [JsonInclude]
    internal List<ScheduledItem> Scheduled { get; init; } = [];

    [JsonInclude]
    internal List<Bookmark> OpenBookmarks { get; init; } = [];

    [JsonInclude]
    internal List<Incident> AllIncidents { get; init; } = [];

    // Elsa keeps activity outputs in memory only, so getOutputFrom forgets them at the first wait; ours are kept.
    [JsonInclude]
    internal Dictionary<string, Dictionary<string, JsonNode?>> ActivityOutputs { get; init; } = [];

    [JsonInclude]
    internal JsonNode? LastResult { get; set; }

    /// <summary>The instance as one JSON object, complete for <see cref="FromJson"/>.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, StateJson.Options);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="JsonException">The text is not the JSON of an instance.</exception>
    public static WorkflowInstance FromJson(string json) =>
        JsonSerializer.Deserialize<WorkflowInstance>(json, StateJson.Options)
        ?? throw new JsonException("The text is null, not an instance.");
}

/// <summary>One activity that has begun and not ended.</summary>
/// <param name="InstanceId">This execution of the activity.</param>
/// <param name="NodeId">The path of ids from the root.</param>
/// <param name="Status">Pending, running or faulted.</param>
/// <param name="StartedAt">When it began, in UTC.</param>
public sealed record ActiveActivity(string InstanceId, string NodeId, ActivityStatus Status, DateTimeOffset StartedAt);

/// <summary>A variable with its present value.</summary>
/// <param name="VariableId">Its id in the document; the name of one that a script made up.</param>
/// <param name="NodeId">The path of ids to the activity that declares it.</param>
/// <param name="Value">The value as JSON; null for none.</param>
public sealed record OpenVariable(string VariableId, string NodeId, JsonNode? Value);
