using TitleWorkflow.Engine;

namespace TitleWorkflow.Persistence.Workflows;

/// <summary>Finds what starts flows; only versions in force have triggers stored.</summary>
public sealed class TriggerStore(TitleDb db) : ITriggerStore
{
    private static readonly HotQuery<string, TriggerRecord> ByHash = new((context, hash) =>
        from trigger in context.WorkflowTriggers
        where trigger.Hash == hash
        orderby trigger.Id
        select new TriggerRecord(
            trigger.DefinitionId, trigger.VersionId, trigger.ActivityId, trigger.Name, trigger.Hash, trigger.Payload, trigger.DueAt));

    /// <inheritdoc />
    public async ValueTask<IReadOnlyList<TriggerRecord>> FindAsync(string hash, CancellationToken ct) =>
        await ByHash.ListAsync(db, hash, ct);
}
