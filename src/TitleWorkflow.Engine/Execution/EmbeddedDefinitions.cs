using System.Collections.Concurrent;
using System.Collections.Immutable;
using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.Documents;

namespace TitleWorkflow.Engine.Execution;

/// <summary>Fetches the definitions that a document uses as activities, and those that they use.</summary>
/// <param name="store">Where versions are.</param>
/// <param name="catalog">Knows which types are workflows.</param>
/// <param name="documents">What has been parsed before, by version id.</param>
/// <param name="pins">For definitions that float: the version an instance has begun with, by definition id.</param>
internal sealed class EmbeddedDefinitions(
    IWorkflowDefinitionStore store,
    ActivityCatalog catalog,
    ConcurrentDictionary<string, WorkflowDocument> documents,
    IReadOnlyDictionary<string, string> pins)
{
    private readonly Dictionary<(string? VersionId, string? DefinitionId), (string Id, WorkflowDocument Document)?> found = [];
    private readonly SortedDictionary<string, string> floating = new(StringComparer.Ordinal);

    /// <summary>
    /// The definitions whose published version is taken, by definition id: those drawn without a version, and those that
    /// update the workflows that use them. Instances must remember which version that was.
    /// </summary>
    public ImmutableSortedDictionary<string, string> Floating => floating.ToImmutableSortedDictionary(StringComparer.Ordinal);

    public Task LoadAsync(string versionId, WorkflowDocument document, CancellationToken ct) =>
        LoadAsync(document, ImmutableHashSet.Create(StringComparer.Ordinal, versionId), ct);

    /// <summary>The definition an activity stands for; null for an ordinary activity.</summary>
    public WorkflowDocument? Find(ActivityNode node) =>
        WorkflowActivity.Reference(catalog, node) is { } reference
            ? found.GetValueOrDefault(reference)?.Document
            : null;

    private async Task LoadAsync(WorkflowDocument document, ImmutableHashSet<string> around, CancellationToken ct)
    {
        foreach (var node in document.Nodes)
        {
            if (WorkflowActivity.Reference(catalog, node) is not { } reference)
            {
                continue;
            }

            if (!found.TryGetValue(reference, out var inner))
            {
                found[reference] = inner = await FetchAsync(reference.VersionId, reference.DefinitionId, ct);
            }

            if (inner is { } known)
            {
                await LoadAsync(known.Document, Inside(known.Id, node, around), ct);
            }
        }
    }

    private static ImmutableHashSet<string> Inside(string id, ActivityNode node, ImmutableHashSet<string> around)
    {
        var inside = around.Add(id);

        return !ReferenceEquals(inside, around)
            ? inside
            : throw new DocumentException(
                "workflow.embeds-itself", node.Path, $"'{node.DisplayText}' embeds a workflow that embeds this one.");
    }

    private async ValueTask<(string Id, WorkflowDocument Document)?> FetchAsync(
        string? versionId, string? definitionId, CancellationToken ct)
    {
        var pinned = versionId is null ? null : await VersionAsync(versionId, ct);

        if (pinned is { Options.AutoUpdateConsumingWorkflows: false })
        {
            return (versionId!, pinned);
        }

        var id = (definitionId ?? pinned?.DefinitionId) is { } floats ? await FloatAsync(floats, ct) ?? versionId : versionId;

        return id is not null && await VersionAsync(id, ct) is { } document ? (id, document) : null;
    }

    private async ValueTask<string?> FloatAsync(string definitionId, CancellationToken ct)
    {
        if (floating.TryGetValue(definitionId, out var known))
        {
            return known;
        }

        var id = pins.GetValueOrDefault(definitionId)
            ?? (await store.FindPublishedAsync(definitionId, ct))?.VersionId;

        if (id is not null)
        {
            floating[definitionId] = id;
        }

        return id;
    }

    private async ValueTask<WorkflowDocument?> VersionAsync(string versionId, CancellationToken ct)
    {
        if (documents.TryGetValue(versionId, out var known))
        {
            return known;
        }

        return await store.FindVersionAsync(versionId, ct) is { } stored
            ? documents.GetOrAdd(versionId, WorkflowDocument.Parse(stored.Json))
            : null;
    }
}
