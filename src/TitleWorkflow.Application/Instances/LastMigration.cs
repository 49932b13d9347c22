using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Engine;
using TitleWorkflow.Engine.State;
using TitleWorkflow.Persistence;
using TitleWorkflow.Persistence.Workflows;

namespace TitleWorkflow.Application.Instances;

/// <summary>A migration that can still be taken back.</summary>
/// <param name="Back">What takes it back.</param>
internal sealed record LastMigration(MigrateAlteration Back)
{
    /// <summary>The latest migration of an instance; null if there is none, or if the flow has moved since.</summary>
    public static async Task<LastMigration?> OfAsync(TitleDb db, InstanceRow instance, CancellationToken ct)
    {
        // A flow that was put somewhere and waits there has nothing but that in its journal.
        var last = await db.WorkflowJournal.AsNoTracking()
            .Where(j => j.InstanceId == instance.Id && j.EventName != JournalEvents.Suspended)
            .OrderByDescending(j => j.Sequence).FirstOrDefaultAsync(ct);
        return last is { EventName: JournalEvents.Altered, Payload: { } payload }
            && Alteration.ParseAll($"[{payload}]") is [MigrateAlteration { SourceVersionId: { } source } made]
            && made.TargetVersionId == instance.VersionId
            && source != instance.VersionId
                ? new LastMigration(new MigrateAlteration
                {
                    SourceVersionId = instance.VersionId,
                    TargetVersionId = source,
                    NodeMap = made.NodeMap.ToDictionary(m => m.Value, m => m.Key),
                })
                : null;
    }
}
