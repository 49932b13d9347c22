using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Notices;
using TitleWorkflow.Application.Operation;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.WorkItems;
using TitleWorkflow.Persistence;
using TitleWorkflow.Persistence.WorkItems;

namespace TitleWorkflow.Application.WorkItems;

/// <summary>Puts work on people's inboxes and takes it off again, in the caller's commit.</summary>
public sealed class TaskDesk(
    TitleDb db, OfficialCalendar calendar, NoticeDesk notices, ICurrentUser user, TimeProvider clock)
{
    /// <summary>The day that lies the given number of working days ahead; null for 0, which means without a last day.</summary>
    public async Task<DateOnly?> DueAsync(int workingDays, CancellationToken ct) => workingDays == 0
        ? null
        : (await calendar.GetAsync(ct)).Window(clock.Today(), workingDays).LastDay;

    /// <summary>Asks the holders of a role at an office.</summary>
    public async Task<WorkItem> AskOfficeAsync(
        WorkItemSpecification specification, Role role, OrganisationId office, CancellationToken ct) =>
        await AddAsync(new OfficeTask(specification, role, office, clock.GetUtcNow()), ct);

    /// <summary>Asks one person, and tells them, unless it is their own act that brought it up.</summary>
    public async Task<WorkItem> AskPersonAsync(
        WorkItemSpecification specification, Role role, PersonId person, string number, CancellationToken ct)
    {
        var item = await AddAsync(new PersonalTask(specification, role, person, clock.GetUtcNow()), ct);
        if (person != user.Person)
        {
            await TellAsync(person, item, number, ct);
        }

        return item;
    }

    /// <summary>Tells whoever has an item now that it is theirs.</summary>
    public async Task TellAssigneeAsync(WorkItem item, CancellationToken ct) =>
        await TellAsync(item.Assignee!.Value, item, await NumberAsync(item, ct), ct);

    /// <summary>Takes an item off the inbox because its step was left otherwise.</summary>
    public async Task WithdrawAsync(WorkItemId id, CancellationToken ct)
    {
        if (await db.WorkItems.FindAsync([id], ct) is { } item)
        {
            item.Cancel(clock.GetUtcNow());
        }
    }

    /// <summary>Moves an item's last day, and the reminders with it.</summary>
    public async Task MoveAsync(WorkItem item, DateOnly due, CancellationToken ct)
    {
        item.MoveDueOn(due);
        db.Reminders.RemoveRange(await db.Reminders.Where(r => r.WorkItem == item.Id && r.DoneAt == null).ToListAsync(ct));
        await RemindLaterAsync(item, due, ct);
    }

    /// <summary>Has the holders of a role at an office told, should the item's last day pass and it not be done; does nothing without a last day.</summary>
    public async Task EscalateAsync(WorkItem item, Role role, OrganisationId office, CancellationToken ct)
    {
        if (item.DueOn is { } due)
        {
            var next = (await calendar.GetAsync(ct)).Window(due, 1).LastDay;
            db.Reminders.Add(new Reminder
            {
                Id = Guid.CreateVersion7(),
                WorkItem = item.Id,
                DueAt = next.StartsAt(hour: 9),
                Role = role,
                Organisation = office,
            });
        }
    }

    /// <summary>Sends a due reminder, unless the item is closed by now.</summary>
    public async Task RemindAsync(Reminder reminder, CancellationToken ct)
    {
        reminder.DoneAt = clock.GetUtcNow();
        var item = await db.WorkItems.SingleAsync(w => w.Id == reminder.WorkItem, ct);
        if (item.Status != WorkItemStatus.Open)
        {
            return;
        }

        var values = Values(item, await NumberAsync(item, ct));
        if (reminder is { Role: { } above, Organisation: { } office })
        {
            await notices.TellHoldersAsync(above, office, "notice.overdue", $"/declarations/{item.Declaration}", ct, values);
            return;
        }

        var link = $"/work-items/{item.Id}";
        await (item.Assignee is { } person
            ? notices.TellAsync(person, "notice.reminder", link, ct, values)
            : notices.TellHoldersAsync(item.Role, item.Organisation!.Value, "notice.reminder", link, ct, values));
    }

    private Task TellAsync(PersonId person, WorkItem item, string number, CancellationToken ct) => notices.TellAsync(
        person, item.DueOn is null ? "notice.task" : "notice.task-due", $"/work-items/{item.Id}", ct, Values(item, number));

    private Task<string> NumberAsync(WorkItem item, CancellationToken ct) =>
        db.Declarations.Where(d => d.Id == item.Declaration).Select(d => d.Number).SingleAsync(ct);

    // Both names of the step: a notice is read in the language of its reader.
    private static string[] Values(WorkItem item, string number) =>
        [item.Title, number, item.DueOn?.ToString("yyyy-MM-dd") ?? "", item.EnglishTitle ?? item.Title];

    private async Task<WorkItem> AddAsync(WorkItem item, CancellationToken ct)
    {
        db.WorkItems.Add(item);
        if (item.DueOn is { } due)
        {
            await RemindLaterAsync(item, due, ct);
        }

        return item;
    }

    // Two working days before, at the end of that day's work; and on the morning of the last day.
    private async Task RemindLaterAsync(WorkItem item, DateOnly due, CancellationToken ct)
    {
        var first = (await calendar.GetAsync(ct)).Before(due, 2).StartsAt(hour: 17);
        foreach (var at in new[] { first, due.StartsAt(hour: 9) }.Where(at => at > clock.GetUtcNow()))
        {
            db.Reminders.Add(new Reminder { Id = Guid.CreateVersion7(), WorkItem = item.Id, DueAt = at });
        }
    }
}
