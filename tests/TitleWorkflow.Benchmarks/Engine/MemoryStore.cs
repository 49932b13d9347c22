using TitleWorkflow.Engine;
using TitleWorkflow.Engine.State;

namespace TitleWorkflow.Benchmarks.Engine;

/// <summary>The engine's ports in memory, instances as JSON.</summary>
internal sealed class MemoryStore(StoredDefinition definition) : IWorkflowDefinitionStore, IWorkflowInstanceStore
{
    private readonly Dictionary<string, string> instances = [];

    public ValueTask<StoredDefinition?> FindVersionAsync(string versionId, CancellationToken ct) => new(definition);

    public ValueTask<StoredDefinition?> FindPublishedAsync(string definitionId, CancellationToken ct) => new(definition);

    public ValueTask<WorkflowInstance?> FindAsync(string instanceId, CancellationToken ct) =>
        new(instances.TryGetValue(instanceId, out var json) ? WorkflowInstance.FromJson(json) : null);

    public ValueTask<IReadOnlyList<BookmarkMatch>> FindBookmarksAsync(BookmarkFilter filter, CancellationToken ct) =>
        new([]);

    public ValueTask<bool> IsRunningAsync(string? definitionId, string? correlationId, CancellationToken ct) => new(false);

    public ValueTask StageAsync(InstanceChange change, CancellationToken ct)
    {
        instances[change.Instance.Id] = change.Instance.ToJson();
        return ValueTask.CompletedTask;
    }
}
