using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Engine;

namespace TitleWorkflow.Persistence.Workflows;

/// <summary>Reads stored flow versions for the engine.</summary>
public sealed class DefinitionStore(TitleDb db, ReadDefinitions known) : IWorkflowDefinitionStore
{
    private static readonly HotQuery<string, string> Published = new((context, definitionId) =>
        context.WorkflowVersions.Where(v => v.DefinitionId == definitionId && v.IsPublished).Select(v => v.Id));

    /// <inheritdoc />
    public async ValueTask<StoredDefinition?> FindVersionAsync(string versionId, CancellationToken ct) =>
        known.Find(versionId)
        ?? Keep(await db.WorkflowVersions.AsNoTracking().SingleOrDefaultAsync(v => v.Id == versionId, ct));

    /// <inheritdoc />
    public async ValueTask<StoredDefinition?> FindVersionAsync(string definitionId, int version, CancellationToken ct) =>
        Keep(await db.WorkflowVersions.AsNoTracking()
            .SingleOrDefaultAsync(v => v.DefinitionId == definitionId && v.Version == version, ct));

    /// <inheritdoc />
    public async ValueTask<StoredDefinition?> FindPublishedAsync(string definitionId, CancellationToken ct) =>
        await Published.FirstAsync(db, definitionId, ct) is { } versionId ? await FindVersionAsync(versionId, ct) : null;

    private StoredDefinition? Keep(WorkflowVersion? row) =>
        row is null ? null : known.Keep(new StoredDefinition(row.Id, row.DefinitionId, row.Version, row.Json));
}

/// <summary>Keeps the documents of versions read before: a version never changes, and its document is long.</summary>
public sealed class ReadDefinitions
{
    private readonly ConcurrentDictionary<string, StoredDefinition> versions = new(StringComparer.Ordinal);

    internal StoredDefinition? Find(string versionId) => versions.GetValueOrDefault(versionId);

    internal StoredDefinition Keep(StoredDefinition version) => versions.GetOrAdd(version.VersionId, version);
}
