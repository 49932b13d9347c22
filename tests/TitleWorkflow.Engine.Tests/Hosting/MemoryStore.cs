using TitleWorkflow.Engine.State;

namespace TitleWorkflow.Engine.Tests.Hosting;

/// <summary>All ports of the engine in memory. Instances go through JSON on each load, as they would in a database.</summary>
internal sealed class MemoryStore : IWorkflowDefinitionStore, IWorkflowInstanceStore, ITriggerStore
{
    private readonly Dictionary<string, StoredDefinition> versions = [];
    private readonly Dictionary<string, string> published = [];
    private readonly Dictionary<string, string> instances = [];
    private readonly List<(string InstanceId, Bookmark Bookmark)> bookmarks = [];

    public List<JournalEntry> Journal { get; } = [];

    public List<InstanceChange> Changes { get; } = [];

    public List<TriggerRecord> Triggers { get; } = [];

    /// <summary>Set to keep the very objects, as one unit of work would.</summary>
    public Dictionary<string, WorkflowInstance>? SameUnit { get; set; }

    public void Publish(string definitionId, string json, int version = 1)
    {
        var versionId = $"{definitionId}-v{version}";
        versions[versionId] = new StoredDefinition(versionId, definitionId, version, json);
        published[definitionId] = versionId;
    }

    public ValueTask<StoredDefinition?> FindVersionAsync(string versionId, CancellationToken ct) =>
        new(versions.GetValueOrDefault(versionId));

    public ValueTask<StoredDefinition?> FindPublishedAsync(string definitionId, CancellationToken ct) =>
        new(published.TryGetValue(definitionId, out var versionId) ? versions[versionId] : null);

    public ValueTask<WorkflowInstance?> FindAsync(string instanceId, CancellationToken ct) => new(Load(instanceId));

    public WorkflowInstance? Load(string instanceId) =>
        SameUnit?.GetValueOrDefault(instanceId)
        ?? (instances.TryGetValue(instanceId, out var json) ? WorkflowInstance.FromJson(json) : null);

    public IEnumerable<string> InstanceIds => instances.Keys;

    public string Json(string instanceId) => instances[instanceId];

    public ValueTask<IReadOnlyList<BookmarkMatch>> FindBookmarksAsync(BookmarkFilter filter, CancellationToken ct) =>
        new([.. bookmarks
            .Where(row => Fits(filter.BookmarkId, row.Bookmark.Id)
                && Fits(filter.Hash, row.Bookmark.Hash)
                && Fits(filter.Name, row.Bookmark.Name)
                && Fits(filter.InstanceId, row.InstanceId)
                && Fits(filter.ActivityInstanceId, row.Bookmark.ActivityInstanceId)
                && Fits(filter.CorrelationId, row.Bookmark.CorrelationId))
            .Select(row => new BookmarkMatch(row.InstanceId, row.Bookmark.Id))]);

    public ValueTask<bool> IsRunningAsync(string? definitionId, string? correlationId, CancellationToken ct) =>
        new(!ForgetsRunning && instances.Keys.Select(id => Load(id)!).Any(instance =>
            instance.Status == WorkflowStatus.Running
            && Fits(definitionId, instance.DefinitionId)
            && Fits(correlationId, instance.CorrelationId)));

    /// <summary>Set to act as if another start, which this one cannot see yet, happened at the same instant.</summary>
    public bool ForgetsRunning { get; set; }

    public ValueTask StageAsync(InstanceChange change, CancellationToken ct)
    {
        var key = change.Instance.ActivationKey;

        if (key is not null && change.IsNew && instances.Values.Any(json => WorkflowInstance.FromJson(json).ActivationKey == key))
        {
            throw new ActivationRefusedException($"An instance with the key {key} runs already.");
        }

        Changes.Add(change);
        Journal.AddRange(change.Journal);
        bookmarks.RemoveAll(row => change.RemovedBookmarkIds.Contains(row.Bookmark.Id));
        bookmarks.AddRange(change.Added.Select(bookmark => (change.Instance.Id, bookmark)));
        instances[change.Instance.Id] = change.Instance.ToJson();

        if (SameUnit is not null)
        {
            SameUnit[change.Instance.Id] = change.Instance;
        }

        return ValueTask.CompletedTask;
    }

    public IReadOnlyList<Bookmark> StoredBookmarks => [.. bookmarks.Select(row => row.Bookmark)];

    ValueTask<IReadOnlyList<TriggerRecord>> ITriggerStore.FindAsync(string hash, CancellationToken ct) =>
        new([.. Triggers.Where(row => row.Hash == hash)]);

    private static bool Fits(string? wanted, string? actual) => wanted is null || wanted == actual;
}
