using System.Collections.Immutable;
using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.Documents;

namespace TitleWorkflow.Engine.Execution;

/// <summary>Fetches the definitions that a document uses as activities, and those that they use.</summary>
internal sealed class EmbeddedDefinitions(IWorkflowDefinitionStore store, ActivityCatalog catalog)
{
    private readonly Dictionary<string, WorkflowDocument> documents = [];

    public Task LoadAsync(WorkflowDocument document, CancellationToken ct) => LoadAsync(document, [], ct);

    /// <summary>The definition an activity stands for; null for an ordinary activity.</summary>
    public WorkflowDocument? Find(ActivityNode node) =>
        Key(node) is { } key ? documents.GetValueOrDefault(key) : null;

    private async Task LoadAsync(WorkflowDocument document, ImmutableHashSet<string> around, CancellationToken ct)
    {
        foreach (var node in document.Nodes)
        {
            if (Key(node) is not { } key)
            {
                continue;
            }

            if (around.Contains(key))
            {
                throw new DocumentException(
                    "workflow.embeds-itself", node.Path,
                        $"'{node.DisplayText}' embeds a workflow that embeds this one.");
            }

            if (!documents.ContainsKey(key) && await FetchAsync(node, ct) is { } stored)
            {
                documents[key] = WorkflowDocument.Parse(stored.Json);
            }

            if (documents.TryGetValue(key, out var inner))
            {
                await LoadAsync(inner, around.Add(key), ct);
            }
        }
    }

    private async ValueTask<StoredDefinition?> FetchAsync(ActivityNode node, CancellationToken ct)
    {
        var reference = WorkflowActivity.Reference(catalog, node)!.Value;

        return reference.VersionId is { } version
            ? await store.FindVersionAsync(version, ct)
            : await store.FindPublishedAsync(reference.DefinitionId!, ct);
    }

    private string? Key(ActivityNode node) =>
        WorkflowActivity.Reference(catalog, node) is { } reference
            ? reference.VersionId ?? reference.DefinitionId
            : null;
}
