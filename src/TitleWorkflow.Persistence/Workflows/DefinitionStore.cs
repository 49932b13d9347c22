using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Engine;

namespace TitleWorkflow.Persistence.Workflows;

/// <summary>Reads stored flow versions for the engine.</summary>
public sealed class DefinitionStore(TitleDb db) : IWorkflowDefinitionStore
{
    /// <inheritdoc />
    public async ValueTask<StoredDefinition?> FindVersionAsync(string versionId, CancellationToken ct) =>
        Stored(await db.WorkflowVersions.AsNoTracking().SingleOrDefaultAsync(v => v.Id == versionId, ct));

    /// <inheritdoc />
    public async ValueTask<StoredDefinition?> FindVersionAsync(string definitionId, int version, CancellationToken ct) =>
        Stored(await db.WorkflowVersions.AsNoTracking()
            .SingleOrDefaultAsync(v => v.DefinitionId == definitionId && v.Version == version, ct));

    /// <inheritdoc />
    public async ValueTask<StoredDefinition?> FindPublishedAsync(string definitionId, CancellationToken ct) =>
        Stored(await db.WorkflowVersions.AsNoTracking()
            .SingleOrDefaultAsync(v => v.DefinitionId == definitionId && v.IsPublished, ct));

    private static StoredDefinition? Stored(WorkflowVersion? row) =>
        row is null ? null : new StoredDefinition(row.Id, row.DefinitionId, row.Version, row.Json);
}
