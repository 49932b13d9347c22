using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Engine;
using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Persistence;
using TitleWorkflow.Persistence.Workflows;

namespace TitleWorkflow.Application.Workflows;

/// <summary>Keeps what starts flows in step with the versions in force, in the caller's commit.</summary>
public sealed class FlowTriggers(TitleDb db, ActivityCatalog catalog, EngineOptions options, TimeProvider clock)
{
    /// <summary>
    /// The version is in force from now on: its triggers replace those of the version before. One that is the same in both
    /// keeps its next moment, so that publishing neither delays nor repeats a start.
    /// </summary>
    /// <exception cref="FormatException">A trigger cannot read its inputs, such as a cron expression.</exception>
    public async Task PutInForceAsync(WorkflowVersion version, CancellationToken ct)
    {
        var wanted = await ReadAsync(version);

        // Those of a version put into force earlier in the same unit are not stored yet.
        await db.WorkflowTriggers.Where(t => t.DefinitionId == version.DefinitionId).LoadAsync(ct);
        foreach (var trigger in db.WorkflowTriggers.Local.Where(t => t.DefinitionId == version.DefinitionId).ToList())
        {
            if (wanted.RemoveAll(w => IsSame(w, trigger)) > 0)
            {
                trigger.VersionId = version.Id;
            }
            else
            {
                db.WorkflowTriggers.Remove(trigger);
            }
        }

        db.WorkflowTriggers.AddRange(wanted.Select(Row));
    }

    /// <summary>When the clock sends a trigger of the version again, now that it has been sent; null for never.</summary>
    public async Task<DateTimeOffset?> NextAsync(TriggerRow trigger, CancellationToken ct)
    {
        var version = await db.WorkflowVersions.AsNoTracking().SingleAsync(v => v.Id == trigger.VersionId, ct);
        var next = (await ReadAsync(version)).Find(record => IsSame(record, trigger))?.DueAt;
        return next > clock.GetUtcNow() ? next : null;
    }

    private async Task<List<TriggerRecord>> ReadAsync(WorkflowVersion version) =>
    [
        .. await TriggerIndex.ForAsync(
            new StoredDefinition(version.Id, version.DefinitionId, version.Version, version.Json),
            catalog, clock, options.TimeZone),
    ];

    private static bool IsSame(TriggerRecord record, TriggerRow row) =>
        (record.ActivityId, record.Name, record.Hash) == (row.ActivityId, row.Name, row.Hash);

    private static TriggerRow Row(TriggerRecord record) => new()
    {
        Id = Guid.CreateVersion7(),
        DefinitionId = record.DefinitionId,
        VersionId = record.DefinitionVersionId,
        ActivityId = record.ActivityId,
        Name = record.Name,
        Hash = record.Hash,
        Payload = record.PayloadJson,
        DueAt = record.DueAt,
    };
}
