using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Workflows;
using TitleWorkflow.Application.WorkItems;
using TitleWorkflow.Engine.State;
using TitleWorkflow.Persistence;
using TitleWorkflow.Persistence.Operation;

namespace TitleWorkflow.Application.Operation;

/// <summary>One thing the clock has reached.</summary>
/// <param name="At">When it was due.</param>
/// <param name="Case">What it belongs to; things of one case are done in order.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Key">Which.</param>
/// <param name="Command">What does it.</param>
internal sealed record DueItem(DateTimeOffset At, string Case, DeadLetterKind Kind, string Key, IBaseRequest Command);

/// <summary>Finds what the clock has reached, in its order.</summary>
internal sealed class DueItems(TitleDb db)
{
    /// <summary>The first <paramref name="most"/> things due at <paramref name="now"/>.</summary>
    public async Task<IReadOnlyList<DueItem>> TakeAsync(DateTimeOffset now, int most, CancellationToken ct)
    {
        var due = new List<DueItem>();
        due.AddRange(await WaitsAsync(now, most, ct));
        due.AddRange(await RemindersAsync(now, most, ct));
        due.AddRange(await MessagesAsync(now, most, ct));
        due.AddRange(await StartsAsync(now, most, ct));
        return [.. due.OrderBy(item => item.At).Take(most)];
    }

    /// <summary>When the first thing was, or will be, due; null if nothing is.</summary>
    public async Task<DateTimeOffset?> FirstAsync(CancellationToken ct) => new[]
    {
        // The first along the index, not the least of all there are.
        await Waits.OrderBy(b => b.DueAt).Select(b => b.DueAt).FirstOrDefaultAsync(ct),
        await Reminders.Where(r => r.DueAt != null).OrderBy(r => r.DueAt).Select(r => r.DueAt).FirstOrDefaultAsync(ct),
        await db.InboxMessages.Where(m => m.DueAt != null).OrderBy(m => m.DueAt).Select(m => m.DueAt).FirstOrDefaultAsync(ct),
        await db.WorkflowTriggers.Where(t => t.DueAt != null).OrderBy(t => t.DueAt).Select(t => t.DueAt).FirstOrDefaultAsync(ct),
    }.Min();

    // A faulted flow keeps its waits for a retry, and a finished one may leave some: neither goes on by the clock.
    private IQueryable<Persistence.Workflows.BookmarkRow> Waits => db.WorkflowBookmarks.AsNoTracking()
        .Where(b => b.DueAt != null && db.WorkflowInstances.Any(i => i.Id == b.InstanceId && i.Status == nameof(WorkflowStatus.Running)));

    private IQueryable<Persistence.WorkItems.Reminder> Reminders => db.Reminders.AsNoTracking().Where(r => r.DoneAt == null);

    private async Task<IEnumerable<DueItem>> WaitsAsync(DateTimeOffset now, int most, CancellationToken ct)
    {
        var waits = await Waits.Where(b => b.DueAt <= now).OrderBy(b => b.DueAt).ThenBy(b => b.Id)
            .Select(b => new { At = b.DueAt!.Value, b.InstanceId, b.Id }).Take(most).ToListAsync(ct);
        return waits.Select(b => new DueItem(b.At, b.InstanceId, DeadLetterKind.Wait, b.Id, new FireDueWait.Command(b.Id)));
    }

    private async Task<IEnumerable<DueItem>> RemindersAsync(DateTimeOffset now, int most, CancellationToken ct)
    {
        var reminders = await Reminders.Where(r => r.DueAt <= now).OrderBy(r => r.DueAt).ThenBy(r => r.Id)
            .Join(db.WorkItems, r => r.WorkItem, w => w.Id, (r, w) => new { At = r.DueAt!.Value, w.InstanceId, r.Id })
            .Take(most).ToListAsync(ct);
        return reminders.Select(r => new DueItem(
            r.At, r.InstanceId, DeadLetterKind.Reminder, r.Id.ToString(), new SendReminder.Command(r.Id)));
    }

    private async Task<IEnumerable<DueItem>> MessagesAsync(DateTimeOffset now, int most, CancellationToken ct)
    {
        var messages = await db.InboxMessages.AsNoTracking().Where(m => m.DueAt <= now).OrderBy(m => m.DueAt).ThenBy(m => m.Id)
            .Select(m => new { At = m.DueAt!.Value, m.Id }).Take(most).ToListAsync(ct);
        return messages.Select(m => new DueItem(
            m.At, m.Id.ToString(), DeadLetterKind.Message, m.Id.ToString(), new DeliverMessage.Command(m.Id)));
    }

    private async Task<IEnumerable<DueItem>> StartsAsync(DateTimeOffset now, int most, CancellationToken ct)
    {
        var starts = await db.WorkflowTriggers.AsNoTracking().Where(t => t.DueAt <= now).OrderBy(t => t.DueAt).ThenBy(t => t.Id)
            .Select(t => new { At = t.DueAt!.Value, t.DefinitionId, t.Id }).Take(most).ToListAsync(ct);
        return starts.Select(t => new DueItem(
            t.At, t.DefinitionId, DeadLetterKind.Start, t.Id.ToString(), new FireDueTrigger.Command(t.Id)));
    }
}
