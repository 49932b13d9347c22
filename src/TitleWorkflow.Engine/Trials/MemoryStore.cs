using TitleWorkflow.Engine.State;

namespace TitleWorkflow.Engine.Trials;

/// <summary>
/// All ports of the engine in the memory of one process. Instances go through JSON at each load, as they would in a
/// database, so what runs here runs there. Not safe for use by several threads.
/// </summary>
public sealed class MemoryStore : IWorkflowDefinitionStore, IWorkflowInstanceStore, ITriggerStore
{
    private readonly Dictionary<string, StoredDefinition> versions = [];
    private readonly Dictionary<string, StoredDefinition> published = [];
    private readonly Dictionary<string, string> instances = [];
    private readonly List<TriggerRecord> triggers = [];
    private readonly List<WaitingBookmark> bookmarks = [];

    /// <summary>Everything that waits, oldest first.</summary>
    public IReadOnlyList<WaitingBookmark> Bookmarks => bookmarks;

    /// <summary>Every instance, oldest first.</summary>
    public IEnumerable<WorkflowInstance> Instances => instances.Values.Select(WorkflowInstance.FromJson);

    /// <summary>Adds a version and makes it the published one of its definition; so do its triggers.</summary>
    public void Publish(StoredDefinition definition, IEnumerable<TriggerRecord>? startedBy = null)
    {
        versions[definition.VersionId] = definition;
        published[definition.DefinitionId] = definition;
        triggers.RemoveAll(trigger => trigger.DefinitionId == definition.DefinitionId);
        triggers.AddRange(startedBy ?? []);
    }

    /// <inheritdoc/>
    public ValueTask<StoredDefinition?> FindVersionAsync(string versionId, CancellationToken ct) =>
        new(versions.GetValueOrDefault(versionId));

    /// <inheritdoc/>
    public ValueTask<StoredDefinition?> FindVersionAsync(string definitionId, int version, CancellationToken ct) =>
        new(versions.Values.FirstOrDefault(
            known => known.DefinitionId == definitionId && known.Version == version));

    /// <inheritdoc/>
    public ValueTask<StoredDefinition?> FindPublishedAsync(string definitionId, CancellationToken ct) =>
        new(published.GetValueOrDefault(definitionId));

    /// <inheritdoc/>
    public ValueTask<WorkflowInstance?> FindAsync(string instanceId, CancellationToken ct) => new(Find(instanceId));

    /// <summary>An instance as it was staged last; null if there is none.</summary>
    public WorkflowInstance? Find(string instanceId) =>
        instances.TryGetValue(instanceId, out var json) ? WorkflowInstance.FromJson(json) : null;

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<BookmarkMatch>> FindBookmarksAsync(BookmarkFilter filter, CancellationToken ct) =>
        new([.. bookmarks
            .Where(waiting => Fits(filter.BookmarkId, waiting.Bookmark.Id)
                && Fits(filter.Hash, waiting.Bookmark.Hash)
                && Fits(filter.Name, waiting.Bookmark.Name)
                && Fits(filter.InstanceId, waiting.InstanceId)
                && Fits(filter.ActivityInstanceId, waiting.Bookmark.ActivityInstanceId)
                && Fits(filter.CorrelationId, waiting.Bookmark.CorrelationId))
            .Select(waiting => new BookmarkMatch(waiting.InstanceId, waiting.Bookmark.Id))]);

    /// <inheritdoc/>
    public ValueTask<bool> IsRunningAsync(string? definitionId, string? correlationId, CancellationToken ct) =>
        new(Instances.Any(instance => instance.Status == WorkflowStatus.Running
            && Fits(definitionId, instance.DefinitionId)
            && Fits(correlationId, instance.CorrelationId)));

    /// <inheritdoc/>
    public ValueTask StageAsync(InstanceChange change, CancellationToken ct)
    {
        var instance = change.Instance;

        if (change.IsNew && instance.ActivationKey is { } key && Instances.Any(other => other.ActivationKey == key))
        {
            throw new ActivationRefusedException($"An instance with the key {key} runs already.");
        }

        bookmarks.RemoveAll(waiting => change.RemovedBookmarkIds.Contains(waiting.Bookmark.Id));
        bookmarks.AddRange(change.Added.Select(bookmark => new WaitingBookmark(instance.Id, bookmark)));
        instances[instance.Id] = instance.ToJson();

        return ValueTask.CompletedTask;
    }

    ValueTask<IReadOnlyList<TriggerRecord>> ITriggerStore.FindAsync(string hash, CancellationToken ct) =>
        new([.. triggers.Where(trigger => trigger.Hash == hash)]);

    private static bool Fits(string? wanted, string? actual) => wanted is null || wanted == actual;
}

/// <summary>A bookmark and the instance that waits at it.</summary>
/// <param name="InstanceId">The instance.</param>
/// <param name="Bookmark">Where it waits.</param>
public sealed record WaitingBookmark(string InstanceId, Bookmark Bookmark);
