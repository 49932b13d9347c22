using System.Text.Json.Nodes;
using TitleWorkflow.Engine.Documents;
using TitleWorkflow.Engine.Expressions;
using TitleWorkflow.Engine.State;

namespace TitleWorkflow.Engine.Execution;

/// <summary>One burst of one instance.</summary>
public sealed class WorkflowExecutionContext
{
    private readonly HashSet<string> storedBookmarks;
    private readonly Dictionary<string, ActivityExecutionContext> activities = [];
    private readonly IReadOnlyDictionary<string, JsonNode?>? burstInput;

    internal WorkflowExecutionContext(
        WorkflowInstance instance,
        CompiledWorkflow compiled,
        IReadOnlyDictionary<string, JsonNode?>? burstInput,
        string by,
        BurstServices host,
        CancellationToken ct)
    {
        Instance = instance;
        Compiled = compiled;
        this.burstInput = burstInput;
        By = by;
        Host = host;
        CancellationToken = ct;
        storedBookmarks = [.. instance.OpenBookmarks.Select(bookmark => bookmark.Id)];
    }

    /// <summary>The instance's id.</summary>
    public string Id => Instance.Id;

    /// <summary>What the instance is about; bookmarks made in this burst are stored with its last value.</summary>
    public string? CorrelationId
    {
        get => Instance.CorrelationId;
        set => Instance.CorrelationId = value;
    }

    /// <summary>A name for people.</summary>
    public string? Name
    {
        get => Instance.Name;
        set => Instance.Name = value;
    }

    /// <summary>The document the instance is pinned to.</summary>
    public WorkflowDocument Workflow => Compiled.Document;

    /// <summary>The definition version the instance is pinned to.</summary>
    public StoredDefinition Definition => Compiled.Stored;

    /// <summary>What the instance was started with, overlaid by what came with this burst.</summary>
    public IReadOnlyDictionary<string, JsonNode?> Input => field ??= Layered();

    /// <summary>What the instance has produced so far.</summary>
    public IReadOnlyDictionary<string, JsonNode?> Output => Instance.Output;

    /// <summary>Whatever activities want to remember with the instance; JSON values only.</summary>
    public IDictionary<string, JsonNode?> Properties => Instance.Properties;

    /// <summary>Whatever activities want to share within this burst.</summary>
    public IDictionary<object, object?> TransientProperties { get; } = new Dictionary<object, object?>();

    /// <summary>Everything that went wrong so far.</summary>
    public IReadOnlyList<Incident> Incidents => Instance.Incidents;

    /// <summary>Where the instance waits at this moment.</summary>
    public IReadOnlyList<Bookmark> Bookmarks => Instance.Bookmarks;

    /// <summary>Running, except while an instance is being cancelled.</summary>
    public WorkflowStatus Status => Instance.Status;

    /// <summary>Executing during a burst.</summary>
    public WorkflowSubStatus SubStatus => Instance.SubStatus;

    /// <summary>Who started or resumed the burst.</summary>
    public string By { get; }

    /// <summary>Ends when the caller of the burst gives up.</summary>
    public CancellationToken CancellationToken { get; }

    internal WorkflowInstance Instance { get; }

    internal CompiledWorkflow Compiled { get; }

    internal BurstServices Host { get; }

    internal WorkQueue Queue { get; } = new();

    internal List<JournalEntry> Journal { get; private set; } = [];

    internal List<Bookmark> AddedBookmarks { get; private set; } = [];

    internal List<string> RemovedBookmarks { get; private set; } = [];

    internal List<Incident> NewIncidents { get; } = [];

    internal List<Func<ValueTask>> Deferred { get; private set; } = [];

    /// <summary>Whether nothing of the instance is staged yet.</summary>
    internal bool IsNew { get; set; }

    /// <summary>How many instances execute one another around this one, in this very call.</summary>
    internal int Depth { get; init; }

    /// <summary>What must reach other instances once this burst is staged.</summary>
    internal List<Func<WorkflowEngine, CancellationToken, Task>> Outgoing { get; } = [];

    /// <summary>A fault, or an endless circle, stops the burst; what is queued stays for a retry.</summary>
    internal bool IsHalted { get; set; }

    /// <summary>Whether the instance was faulted, and somebody wants to do something about it.</summary>
    internal bool IsRevived { get; set; }

    internal ActivityExecutionContext Root { get; set; } = null!;

    /// <summary>Every execution that is not over, and the workflow's; owners come before what they own.</summary>
    internal IEnumerable<ActivityExecutionContext> Activities => Root.SelfAndDescendants();

    internal IncidentStrategy IncidentStrategy => Workflow.Options.IncidentStrategy ?? Host.Options.IncidentStrategy;

    /// <summary>Set in the burst that starts an instance through its trigger, until that has executed once.</summary>
    internal string? TriggerActivityId { get; set; }

    internal DateTimeOffset Now => Host.Clock.GetUtcNow();

    internal ActivityExecutionContext Add(CompiledNode node, ActivityInstance state, ActivityExecutionContext? owner)
    {
        var context = new ActivityExecutionContext(this, node, state, owner);
        activities.Add(state.Id, context);
        owner?.Children.Add(context);

        return context;
    }

    internal ActivityExecutionContext? Find(string activityInstanceId) =>
        activities.GetValueOrDefault(activityInstanceId);

    internal void Remove(ActivityExecutionContext context)
    {
        activities.Remove(context.Id);
        context.Owner?.Children.Remove(context);
    }

    /// <summary>Hands over what has changed since the last time.</summary>
    internal InstanceChange TakeChange()
    {
        var change = new InstanceChange(Instance, IsNew, AddedBookmarks, RemovedBookmarks, Journal) { Deferred = Deferred };
        storedBookmarks.UnionWith(AddedBookmarks.Select(bookmark => bookmark.Id));
        (IsNew, AddedBookmarks, RemovedBookmarks, Journal, Deferred) = (false, [], [], [], []);

        return change;
    }

    internal void Add(Bookmark bookmark)
    {
        Instance.OpenBookmarks.Add(bookmark);
        AddedBookmarks.Add(bookmark);
    }

    internal void Remove(Bookmark bookmark)
    {
        Instance.OpenBookmarks.RemoveAll(open => open.Id == bookmark.Id);
        AddedBookmarks.RemoveAll(added => added.Id == bookmark.Id);

        // Nobody outside has ever known of one that comes and goes within a burst.
        if (storedBookmarks.Remove(bookmark.Id))
        {
            RemovedBookmarks.Add(bookmark.Id);
            PastBookmarks.Remember(Instance, bookmark);
        }
    }

    internal bool LetsThrough(Exception exception) =>
        exception is OperationCanceledException || Host.Options.LetThrough(exception);

    /// <summary>Keeps an output for scripts of this and later bursts.</summary>
    internal void Remember(ActivityExecutionContext context, string name, JsonNode? value)
    {
        if (!Instance.ActivityOutputs.TryGetValue(context.NodeId, out var outputs))
        {
            Instance.ActivityOutputs[context.NodeId] = outputs = [];
        }

        outputs[name] = value;

        if (name == "Result")
        {
            Instance.LastResult = value;
        }
    }

    /// <summary>Produces a value of the workflow, or of the workflow used as an activity.</summary>
    internal void SetOutput(ActivityExecutionContext composite, string name, object? value)
    {
        if (composite.Node.Embedded is null)
        {
            Instance.Outputs[name] = StateJson.ToNode(value);
        }
        else
        {
            ((Activities.WorkflowActivity)composite.Activity).SetOutput(composite, name, value);
        }
    }

    internal object? FindInput(string name) => ValueConverter.Plain(Input.GetValueOrDefault(name));

    internal void Log(
        ActivityExecutionContext context,
        string eventName,
        IReadOnlyList<string>? outcomes = null,
        string? message = null,
        string? payload = null)
    {
        var entry = new JournalEntry(
            ++Instance.Sequence,
            Now,
            eventName,
            context.Node.Id,
            context.Id,
            context.Node.NodeId,
            context.Node.Activity.Type,
            outcomes ?? [],
            message,
            payload,
            By);

        Journal.Add(entry);
        Host.Options.Journalled?.Invoke(Instance, entry);
    }

    private IReadOnlyDictionary<string, JsonNode?> Layered()
    {
        if (burstInput is null or { Count: 0 })
        {
            return Instance.Input;
        }

        var layered = new Dictionary<string, JsonNode?>(Instance.Input, StringComparer.OrdinalIgnoreCase);

        foreach (var (name, value) in burstInput)
        {
            layered[name] = value;
        }

        return layered;
    }
}
