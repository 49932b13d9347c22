using System.Text.Json.Nodes;
using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.State;

namespace TitleWorkflow.Engine.Tests.Hosting;

/// <summary>An engine with its stores, its clock and its people. Each call is a unit of work of its own.</summary>
internal sealed class EngineHost : IServiceProvider
{
    private static readonly ActivityCatalog AllActivities = ActivityCatalog.FromAssemblies(typeof(EngineHost).Assembly);

    private CompiledDefinitions compiled = new();

    public MemoryStore Store { get; } = new();

    public HandClock Clock { get; } = new();

    public TaskList Tasks { get; } = new();

    public Weather Weather { get; } = new();

    public StringWriter Console { get; } = new();

    public ICommitPoints? CommitPoints { get; set; }

    /// <summary>Handlers of notifications, by the list the engine asks for.</summary>
    public Dictionary<Type, object> Handlers { get; } = [];

    public EngineOptions Options { get; set; } = new();

    public ActivityCatalog Catalog { get; set; } = AllActivities;

    public WorkflowEngine Engine => new(Store, Store, compiled, Catalog, Clock, this);

    public static ActivityCatalog DefaultCatalog => AllActivities;

    public object? GetService(Type serviceType) =>
        serviceType == typeof(EngineOptions) ? Options with { Output = Console }
        : serviceType == typeof(ITriggerStore) ? Store
        : serviceType == typeof(TaskList) ? Tasks
        : serviceType == typeof(Weather) ? Weather
        : serviceType == typeof(ICommitPoints) ? CommitPoints
        : Handlers.GetValueOrDefault(serviceType);

    /// <summary>As a process does that has just started.</summary>
    public void ForgetCompiled() => compiled = new CompiledDefinitions();

    public EngineHost With(Flow flow, string definitionId = "flow", int version = 1)
    {
        Store.Publish(definitionId, flow.ToJson(definitionId, version), version);

        return this;
    }

    public async Task<RunResult> Start(string definitionId = "flow", object? input = null, string? correlationId = null) =>
        await Engine.StartAsync(
            new StartWorkflow(definitionId) { By = "anna", Input = Values(input), CorrelationId = correlationId },
            CancellationToken.None);

    /// <summary>Answers the first open task of a review.</summary>
    public async Task<ResumeResult> Answer(string activityId, string outcome = "Approve", string by = "ben", string? comment = null) =>
        await Engine.ResumeAsync(
            new ResumeWorkflow
            {
                BookmarkId = Store.StoredBookmarks.FirstOrDefault(bookmark => bookmark.ActivityId == activityId)?.Id ?? "none",
                Input = Values(new { Outcome = outcome, Comment = comment }),
                By = by,
            },
            CancellationToken.None);

    public async Task<ResumeResult> Resume(object stimulus, object? input = null, string? name = null, string? correlationId = null) =>
        await Engine.ResumeAsync(
            new ResumeWorkflow
            {
                Stimulus = stimulus,
                StimulusName = name,
                Input = Values(input),
                CorrelationId = correlationId,
                By = "ben",
            },
            CancellationToken.None);

    public WorkflowInstance Instance(string? id = null) => Store.Load(id ?? Store.InstanceIds.Last())!;

    /// <summary>The journal, one word pair a line, without the workflow and its outermost activity.</summary>
    public IEnumerable<string> Trace(string? instanceId = null, bool containers = false) =>
        from change in Store.Changes
        where instanceId is null || change.Instance.Id == instanceId
        from entry in change.Journal
        where containers || entry.NodeId.Count(c => c == ':') > 1
        select $"{entry.ActivityId} {entry.EventName}";

    /// <summary>The ids of the activities in the order they began.</summary>
    public string Order() => string.Join(' ', Trace()
        .Where(line => line.EndsWith(" Started", StringComparison.Ordinal))
        .Select(line => line.Split(' ')[0]));

    public static IReadOnlyDictionary<string, JsonNode?> Values(object? values) =>
        values is null ? new Dictionary<string, JsonNode?>() : StateJson.ToNode(values)!.AsObject().ToDictionary();
}

/// <summary>A clock that stands still until it is told.</summary>
internal sealed class HandClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
