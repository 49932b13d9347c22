using System.Collections.Immutable;
using System.Text.Json.Nodes;
using TitleWorkflow.Engine.Activities;

namespace TitleWorkflow.Engine.Documents;

/// <summary>
/// A document in which every workflow used as an activity is written out inside the activity that stands for it, and those that
/// it uses inside it: what an instance really runs.
/// </summary>
public sealed class InlinedWorkflow
{
    private const string Inside = "root";

    // The objects of the written-out document itself, so that two activities with one id are not taken for each other.
    private readonly Dictionary<JsonObject, WorkflowAsActivity> behind = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<JsonObject> missing = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, ActivityDescriptor> versions;
    private readonly Dictionary<string, WorkflowAsActivity> published;
    private readonly ActivityCatalog catalog;

    /// <summary>Writes a document out.</summary>
    /// <param name="document">The document; it stays as it is.</param>
    /// <param name="catalog">
    /// Knows the versions of workflows that may be used; one that is offered to designers is the published one of its definition.
    /// </param>
    public InlinedWorkflow(WorkflowDocument document, ActivityCatalog catalog)
    {
        this.catalog = catalog;
        versions = catalog.Descriptors.Where(d => d.Workflow is not null).DistinctBy(d => d.Workflow!.VersionId)
            .ToDictionary(d => d.Workflow!.VersionId);
        published = versions.Values.Where(d => d.IsBrowsable).Select(d => d.Workflow!).DistinctBy(w => w.DefinitionId)
            .ToDictionary(w => w.DefinitionId);
        Document = new WorkflowDocument(Written(document, document.Id is { } id ? [id] : []));
    }

    /// <summary>The written-out document.</summary>
    public WorkflowDocument Document { get; }

    /// <summary>What an activity of the written-out document stands for; null for an ordinary one.</summary>
    public WorkflowAsActivity? Behind(ActivityNode node) => behind.GetValueOrDefault(node.Json);

    /// <summary>Whether an activity stands for a workflow that may not be used, is not known, or is around it already.</summary>
    public bool IsMissing(ActivityNode node) => missing.Contains(node.Json);

    private JsonObject Written(WorkflowDocument document, ImmutableHashSet<string> around)
    {
        var copy = new WorkflowDocument((JsonObject)document.Json.DeepClone());
        foreach (var node in copy.Nodes.ToList())
        {
            if (WorkflowActivity.Reference(catalog, node) is not { } reference)
            {
                continue;
            }

            if (Find(Named(node, reference)) is not { } found || around.Contains(found.VersionId))
            {
                missing.Add(node.Json);
                continue;
            }

            var inner = Written(found.Document, around.Add(found.VersionId));
            var root = inner[Inside];
            inner.Remove(Inside);

            // What a document says there itself never runs.
            foreach (var decoy in node.Json.Select(m => m.Key).Where(k => k.Equals(Inside, StringComparison.OrdinalIgnoreCase)).ToList())
            {
                node.Json.Remove(decoy);
            }

            node.Json[Inside] = root;
            behind[node.Json] = found;
        }

        return copy.Json;
    }

    // A running instance goes by the ids alone; what the type stands for helps where there are none.
    private static (string? VersionId, string? DefinitionId) Named(
        ActivityNode node, (string? VersionId, string? DefinitionId) byType) =>
        (node.Json["workflowDefinitionVersionId"].AsText(), node.Json["workflowDefinitionId"].AsText()) is var ids && ids is not (null, null)
            ? ids
            : byType;

    // As a running instance finds it: the pinned version, unless that one or its lack says to follow the published one.
    private WorkflowAsActivity? Find((string? VersionId, string? DefinitionId) ids)
    {
        var (versionId, definitionId) = ids;
        var pinned = versionId is null ? null : versions.GetValueOrDefault(versionId)?.Workflow;
        return pinned is { Document.Options.AutoUpdateConsumingWorkflows: false }
            ? pinned
            : published.GetValueOrDefault(definitionId ?? pinned?.DefinitionId ?? "") ?? pinned;
    }
}
