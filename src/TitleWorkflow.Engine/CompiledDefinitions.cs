using System.Collections.Concurrent;
using System.Collections.Immutable;
using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.Documents;
using TitleWorkflow.Engine.Execution;
using TitleWorkflow.Engine.State;

namespace TitleWorkflow.Engine;

/// <summary>
/// Keeps every definition version that has run, parsed and compiled once. One for the whole host; safe for many
/// threads.
/// </summary>
/// <remarks>
/// A version id stands for one document for ever, so nothing has to be told to other processes: what is compiled here stays
/// right. Only which version is published is asked of the store each time.
/// </remarks>
public sealed class CompiledDefinitions
{
    private static readonly ImmutableSortedDictionary<string, string> NoPins = ImmutableSortedDictionary<string, string>.Empty;

    // Versions that are the same for every instance.
    private readonly ConcurrentDictionary<string, CompiledWorkflow> compiled = new(StringComparer.Ordinal);

    // Versions that use others in whatever version was published when the instance began: one for each combination.
    private readonly ConcurrentDictionary<string, CompiledWorkflow> combined = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, WorkflowDocument> documents = new(StringComparer.Ordinal);

    /// <summary>Drops a version, e.g. a draft that was run for a test and has changed since.</summary>
    public void Forget(string versionId)
    {
        compiled.TryRemove(versionId, out _);
        documents.TryRemove(versionId, out _);

        foreach (var (key, workflow) in combined)
        {
            if (workflow.Stored.VersionId == versionId || workflow.Floating.ContainsValue(versionId))
            {
                combined.TryRemove(key, out _);
            }
        }
    }

    /// <summary>A version as a new instance of it runs it.</summary>
    internal async ValueTask<CompiledWorkflow> GetAsync(
        StoredDefinition stored, IWorkflowDefinitionStore store, ActivityCatalog catalog, CancellationToken ct) =>
        compiled.GetValueOrDefault(stored.VersionId) ?? await CompileAsync(stored, NoPins, store, catalog, ct);

    /// <summary>The version an instance runs; null if it does not exist.</summary>
    internal async ValueTask<CompiledWorkflow?> FindAsync(
        WorkflowInstance instance, IWorkflowDefinitionStore store, ActivityCatalog catalog, CancellationToken ct)
    {
        if (compiled.TryGetValue(instance.DefinitionVersionId, out var known)
            || combined.TryGetValue(Key(instance.DefinitionVersionId, instance.EmbeddedVersions), out known))
        {
            return known;
        }

        return await store.FindVersionAsync(instance.DefinitionVersionId, ct) is { } stored
            ? await CompileAsync(stored, instance.EmbeddedVersions, store, catalog, ct)
            : null;
    }

    private async ValueTask<CompiledWorkflow> CompileAsync(
        StoredDefinition stored,
        IReadOnlyDictionary<string, string> pins,
        IWorkflowDefinitionStore store,
        ActivityCatalog catalog,
        CancellationToken ct)
    {
        var document = documents.GetOrAdd(stored.VersionId, static (_, json) => WorkflowDocument.Parse(json), stored.Json);
        var embedded = new EmbeddedDefinitions(store, catalog, documents, pins);
        await embedded.LoadAsync(stored.VersionId, document, ct);

        var floating = embedded.Floating;
        var (cache, key) = floating.IsEmpty
            ? (compiled, stored.VersionId)
            : (combined, Key(stored.VersionId, floating));

        return cache.GetValueOrDefault(key)
            ?? cache.GetOrAdd(key, WorkflowCompiler.Compile(stored, document, catalog, embedded.Find, floating));
    }

    private static string Key(string versionId, IReadOnlyDictionary<string, string> versions) =>
        string.Join(
            '|',
            versions.OrderBy(version => version.Key, StringComparer.Ordinal)
                .Select(version => $"{version.Key}={version.Value}")
                .Prepend(versionId));
}
