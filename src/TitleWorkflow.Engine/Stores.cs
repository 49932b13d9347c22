using TitleWorkflow.Engine.State;

namespace TitleWorkflow.Engine;

/// <summary>
/// Where the engine finds definition versions. Versions are immutable: the engine keeps what it has compiled.
/// </summary>
public interface IWorkflowDefinitionStore
{
    /// <summary>A version by its id, published or not; null if there is none.</summary>
    ValueTask<StoredDefinition?> FindVersionAsync(string versionId, CancellationToken ct);

    /// <summary>
    /// A version by its number; null if there is none. A store that does not override it knows the published one only.
    /// </summary>
    async ValueTask<StoredDefinition?> FindVersionAsync(string definitionId, int version, CancellationToken ct) =>
        await FindPublishedAsync(definitionId, ct) is { } published && published.Version == version ? published : null;

    /// <summary>The one published version of a definition; null if none is published.</summary>
    ValueTask<StoredDefinition?> FindPublishedAsync(string definitionId, CancellationToken ct);
}

/// <summary>One version of a definition as it is stored.</summary>
/// <param name="VersionId">Unique among all versions of all definitions.</param>
/// <param name="DefinitionId">Equal for all versions.</param>
/// <param name="Version">From 1.</param>
/// <param name="Json">The document.</param>
public sealed record StoredDefinition(string VersionId, string DefinitionId, int Version, string Json);

/// <summary>Where instances, bookmarks and journal live. One store serves one unit of work of the host.</summary>
public interface IWorkflowInstanceStore
{
    /// <summary>
    /// An instance as last staged in this unit of work, else as last committed; null if there is none. The engine
    /// changes the object it gets, so a store that keeps it must not hand it to another unit.
    /// </summary>
    ValueTask<WorkflowInstance?> FindAsync(string instanceId, CancellationToken ct);

    /// <summary>
    /// All bookmarks that fit every given part of the filter, oldest first, those staged in this unit included and
    /// those staged for removal left out.
    /// </summary>
    ValueTask<IReadOnlyList<BookmarkMatch>> FindBookmarksAsync(BookmarkFilter filter, CancellationToken ct);

    /// <summary>
    /// Whether an instance runs that fits every given part, those staged in this unit included. Activation strategies are
    /// checked with it before a start; of two starts at the same instant, the unique
    /// <see cref="WorkflowInstance.ActivationKey"/> lets only one pass.
    /// </summary>
    ValueTask<bool> IsRunningAsync(string? definitionId, string? correlationId, CancellationToken ct);

    /// <summary>
    /// Adds a change to the caller's unit of work without committing it. All of it must be committed together, with a
    /// check that nobody else has committed a change of the same instance since it was found.
    /// </summary>
    /// <exception cref="ActivationRefusedException">
    /// The change starts an instance that its definition's activation strategy forbids at present.
    /// </exception>
    ValueTask StageAsync(InstanceChange change, CancellationToken ct);
}

/// <summary>What one burst did to one instance.</summary>
/// <param name="Instance">The state after the burst.</param>
/// <param name="IsNew">Whether the instance was not stored before.</param>
/// <param name="Added">Bookmarks made, each also in the instance.</param>
/// <param name="RemovedBookmarkIds">Bookmarks consumed or withdrawn; only such as were stored before.</param>
/// <param name="Journal">New lines of the history, in order.</param>
public sealed record InstanceChange(
    WorkflowInstance Instance,
    bool IsNew,
    IReadOnlyList<Bookmark> Added,
    IReadOnlyList<string> RemovedBookmarkIds,
    IReadOnlyList<JournalEntry> Journal)
{
    /// <summary>
    /// What activities want done after the commit, in order: messages to the outside. Dropped on a rollback.
    /// </summary>
    public IReadOnlyList<Func<ValueTask>> Deferred { get; init; } = [];
}

/// <summary>Which bookmarks are meant; a part that is null fits every bookmark.</summary>
public sealed record BookmarkFilter
{
    /// <summary>The bookmark's own id.</summary>
    public string? BookmarkId { get; init; }

    /// <summary>Its hash, exactly.</summary>
    public string? Hash { get; init; }

    /// <summary>Its name, exactly and case-sensitively.</summary>
    public string? Name { get; init; }

    /// <summary>The instance that waits.</summary>
    public string? InstanceId { get; init; }

    /// <summary>The activity execution that waits.</summary>
    public string? ActivityInstanceId { get; init; }

    /// <summary>The correlation id the bookmark was stored with, exactly.</summary>
    public string? CorrelationId { get; init; }
}

/// <summary>A bookmark that fits a filter.</summary>
/// <param name="InstanceId">The instance that waits.</param>
/// <param name="BookmarkId">Where it waits.</param>
public sealed record BookmarkMatch(string InstanceId, string BookmarkId);

/// <summary>
/// A start that the definition's activation strategy forbids at present; the engine reports it as a refused start.
/// </summary>
public sealed class ActivationRefusedException(string message) : Exception(message);
