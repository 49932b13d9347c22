using System.Collections.Concurrent;
using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.Documents;
using TitleWorkflow.Engine.Execution;

namespace TitleWorkflow.Engine;

/// <summary>
/// Keeps every definition version that has run, parsed and compiled once. One for the whole host; safe for many
/// threads.
/// </summary>
public sealed class CompiledDefinitions
{
    private readonly ConcurrentDictionary<string, CompiledWorkflow> compiled = new(StringComparer.Ordinal);

    /// <summary>Drops a version, e.g. a draft that was run for a test and has changed since.</summary>
    public void Forget(string versionId) => compiled.TryRemove(versionId, out _);

    internal async ValueTask<CompiledWorkflow> GetAsync(
        StoredDefinition stored, IWorkflowDefinitionStore store, ActivityCatalog catalog, CancellationToken ct)
    {
        if (compiled.TryGetValue(stored.VersionId, out var known))
        {
            return known;
        }

        var document = WorkflowDocument.Parse(stored.Json);
        var embedded = new EmbeddedDefinitions(store, catalog);
        await embedded.LoadAsync(document, ct);

        return compiled.GetOrAdd(
            stored.VersionId, WorkflowCompiler.Compile(stored, document, catalog, embedded.Find));
    }

    internal async ValueTask<CompiledWorkflow?> FindAsync(
        string versionId, IWorkflowDefinitionStore store, ActivityCatalog catalog, CancellationToken ct)
    {
        if (compiled.TryGetValue(versionId, out var known))
        {
            return known;
        }

        return await store.FindVersionAsync(versionId, ct) is { } stored
            ? await GetAsync(stored, store, catalog, ct)
            : null;
    }
}
