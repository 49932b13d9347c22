using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Engine;
using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.Documents;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Workflows;

/// <summary>
/// The types of steps a flow can be drawn with: the product's own, and every flow that may be used as a step (子流程), in each
/// version that has ever been in force. What a drawing refers to never disappears; only the version in force is offered.
/// </summary>
public sealed class StepTypes(TitleDb db, ActivityCatalog own, SubFlows known)
{
    /// <summary>All of them.</summary>
    public async Task<ActivityCatalog> AllAsync(CancellationToken ct)
    {
        var versions = await db.WorkflowVersions.AsNoTracking().Where(v => v.PublishedAt != null || v.IsPublished)
            .Select(v => new { v.Id, v.IsPublished }).ToListAsync(ct);
        foreach (var id in versions.Select(v => v.Id).Where(id => !known.Types.ContainsKey(id)))
        {
            var version = await db.WorkflowVersions.AsNoTracking().SingleAsync(v => v.Id == id, ct);
            known.Types[id] = WorkflowDocument.Parse(version.Json).Options.UsableAsActivity
                ? WorkflowActivity.Describe(new StoredDefinition(version.Id, version.DefinitionId, version.Version, version.Json))
                : null;
        }

        return own.With(versions
            .Select(v => (Type: known.Types[v.Id], v.IsPublished))
            .Where(v => v.Type is not null && own.Find(v.Type.TypeName) is null)
            .Select(v => v.Type! with { IsBrowsable = v.IsPublished }));
    }
}

/// <summary>What versions of flows look like as a step; a version never changes, so neither does this.</summary>
public sealed class SubFlows
{
    /// <summary>By version id; null for a flow that is no step.</summary>
    internal ConcurrentDictionary<string, ActivityDescriptor?> Types { get; } = new(StringComparer.Ordinal);
}
