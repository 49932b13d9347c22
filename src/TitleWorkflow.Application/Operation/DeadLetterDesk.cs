using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Domain.Applicants;
using TitleWorkflow.Engine.State;
using TitleWorkflow.Persistence;
using TitleWorkflow.Persistence.Operation;

namespace TitleWorkflow.Application.Operation;

/// <summary>Puts work aside that the clock shall no longer try, and takes it up again, in the caller's commit.</summary>
internal sealed class DeadLetterDesk(TitleDb db, TimeProvider clock)
{
    private const int MostOfError = 1000;

    /// <summary>Writes a dead letter; the caller has taken the row off the clock.</summary>
    public void Write(DeadLetterKind kind, string key, string subject, int attempts, string error) =>
        db.DeadLetters.Add(new DeadLetter
        {
            Kind = kind,
            Key = key,
            Subject = subject,
            Attempts = attempts,
            Error = error[..Math.Min(error.Length, MostOfError)],
            At = clock.GetUtcNow(),
        });

    /// <summary>
    /// True if a flow rests on it still: who gave it up for good would leave a case standing for ever, or stop a flow from ever
    /// starting by the clock.
    /// </summary>
    public async Task<bool> HoldsUpAsync(DeadLetterKind kind, string key, CancellationToken ct) => kind switch
    {
        DeadLetterKind.Wait => await db.WorkflowBookmarks.AnyAsync(
            b => b.Id == key && db.WorkflowInstances.Any(i => i.Id == b.InstanceId && i.Status == nameof(WorkflowStatus.Running)), ct),
        DeadLetterKind.Start when Guid.Parse(key) is var id => await db.WorkflowTriggers.AnyAsync(t => t.Id == id, ct),
        _ => false,
    };

    /// <summary>
    /// Sets when the clock looks at a row next; null for never. False if the row is gone, or has been done by now.
    /// </summary>
    public async Task<bool> ScheduleAsync(DeadLetterKind kind, string key, DateTimeOffset? dueAt, CancellationToken ct)
    {
        switch (kind)
        {
            case DeadLetterKind.Wait when await db.WorkflowBookmarks.SingleOrDefaultAsync(b => b.Id == key, ct) is { } wait:
                wait.DueAt = dueAt;
                return true;
            case DeadLetterKind.Reminder when Guid.Parse(key) is var id
                && await db.Reminders.SingleOrDefaultAsync(r => r.Id == id && r.DoneAt == null, ct) is { } reminder:
                reminder.DueAt = dueAt;
                return true;
            case DeadLetterKind.Mail when Guid.Parse(key) is var id
                && await db.Outbox.SingleOrDefaultAsync(m => m.Id == id && m.SentAt == null, ct) is { } mail:
                (mail.DueAt, mail.Attempts) = (dueAt, 0);
                return true;
            case DeadLetterKind.Message when Guid.Parse(key) is var id
                && await db.InboxMessages.SingleOrDefaultAsync(m => m.Id == id && m.DeliveredAt == null, ct) is { } message:
                (message.DueAt, message.Attempts) = (dueAt, 0);
                return true;
            case DeadLetterKind.Start when Guid.Parse(key) is var id
                && await db.WorkflowTriggers.SingleOrDefaultAsync(t => t.Id == id, ct) is { } trigger:
                trigger.DueAt = dueAt;
                return true;
            case DeadLetterKind.Import when new ApplicantImportId(Guid.Parse(key)) is var id
                && await db.ApplicantImports.SingleOrDefaultAsync(i => i.Id == id && i.EndedAt == null, ct) is { } import:
                import.Schedule(dueAt);
                return true;
            default:
                return false;
        }
    }
}
