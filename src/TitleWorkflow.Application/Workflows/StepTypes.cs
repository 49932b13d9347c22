using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Workflows.Guards;
using TitleWorkflow.Engine;
using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.Documents;
using TitleWorkflow.Engine.State;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Workflows;

/// <summary>
/// The types of steps a flow can be drawn with: the product's own, and every flow that may be used as a step (子流程), in each
/// version that has ever been in force. What a drawing refers to never disappears; only the version in force is offered.
/// </summary>
public sealed class StepTypes(TitleDb db, ActivityCatalog own, SubFlows known)
{
    /// <summary>All of them.</summary>
    public Task<ActivityCatalog> AllAsync(CancellationToken ct) => AfterAsync([], ct);

    /// <summary>All of them as they will be once versions have been put into force.</summary>
    /// <param name="next">The versions, at most one of each flow.</param>
    /// <param name="ct">Cancels.</param>
    public Task<ActivityCatalog> AfterAsync(IReadOnlyCollection<StoredDefinition> next, CancellationToken ct) =>
        WithAsync(next, ImmutableDictionary<string, string>.Empty, ct);

    // Flows it follows stay in the version it began with.
    private Task<ActivityCatalog> AsBegunAsync(WorkflowInstance instance, CancellationToken ct) =>
        WithAsync([], instance.EmbeddedVersions, ct);

    private async Task<ActivityCatalog> WithAsync(
        IReadOnlyCollection<StoredDefinition> next, IReadOnlyDictionary<string, string> pins, CancellationToken ct)
    {
        var versions = await db.WorkflowVersions.AsNoTracking().Where(v => v.PublishedAt != null || v.IsPublished)
            .Select(v => new { v.Id, v.DefinitionId, v.IsPublished }).ToListAsync(ct);
        foreach (var id in versions.Select(v => v.Id).Where(id => !known.Types.ContainsKey(id)))
        {
            var version = await db.WorkflowVersions.AsNoTracking().SingleAsync(v => v.Id == id, ct);
            known.Types[id] = Describe(new StoredDefinition(version.Id, version.DefinitionId, version.Version, version.Json));
        }

        var coming = next.Select(v => v.VersionId).ToHashSet();
        var replaced = next.Select(v => v.DefinitionId).ToHashSet();
        return own.With(versions.Where(v => !coming.Contains(v.Id))
            .Select(v => (Type: known.Types[v.Id], IsInForce: pins.TryGetValue(v.DefinitionId, out var pin) ? v.Id == pin : v.IsPublished && !replaced.Contains(v.DefinitionId)))
            .Concat(next.Select(v => (Type: Describe(v), IsInForce: true)))
            .Where(v => v.Type is not null && own.Find(v.Type.TypeName) is null)
            .Select(v => v.Type! with { IsBrowsable = v.IsInForce }));
    }

    /// <summary>Those that a document needs: where it uses no flow as a step, the product's own, which cost no question.</summary>
    /// <param name="document">The document.</param>
    /// <param name="instance">Whose it is; null for a new one.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<ActivityCatalog> ForAsync(WorkflowDocument document, WorkflowInstance? instance, CancellationToken ct) =>
        document.Nodes.All(n => own.Find(n.Type) is { } type && type.ClrType != typeof(WorkflowActivity)) ? own
        : instance is null ? await AllAsync(ct)
        : await AsBegunAsync(instance, ct);

    /// <summary>Whether a version may lead a case alone rather than as a step of another flow.</summary>
    public async Task<bool> StandsAloneAsync(string versionId, CancellationToken ct)
    {
        if (!known.StandingAlone.TryGetValue(versionId, out var stands))
        {
            var version = await db.WorkflowVersions.AsNoTracking().SingleAsync(v => v.Id == versionId, ct);
            stands = FlowInspection.StandsAlone(WorkflowDocument.Parse(version.Json), await AllAsync(ct));
            known.StandingAlone[versionId] = stands;
        }

        return stands;
    }

    private static ActivityDescriptor? Describe(StoredDefinition version) =>
        WorkflowDocument.Parse(version.Json).Options.UsableAsActivity ? WorkflowActivity.Describe(version) : null;
}

/// <summary>What versions of flows look like as a step; a version never changes, so neither does this.</summary>
public sealed class SubFlows
{
    /// <summary>By version id; null for a flow that is no step.</summary>
    internal ConcurrentDictionary<string, ActivityDescriptor?> Types { get; } = new(StringComparer.Ordinal);

    /// <summary>
    /// By version id: whether it may lead a case alone. That stays so, even where it follows newer versions of what it uses: none
    /// is put into force that would change it.
    /// </summary>
    internal ConcurrentDictionary<string, bool> StandingAlone { get; } = new(StringComparer.Ordinal);
}
