using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Notices;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;
using TitleWorkflow.Persistence.Notices;

namespace TitleWorkflow.Application.Notices;

/// <summary>Tells people things: in the product at once, by mail through the outbox, both in the caller's commit.</summary>
public sealed class NoticeDesk(TitleDb db, TimeProvider clock)
{
    private static readonly HotQuery<PersonId, string?> Address = new((context, person) =>
        context.People.Where(p => p.Id == person).Select(p => p.Email));

    /// <summary>Tells one person. <paramref name="text"/> is a text key, <paramref name="values"/> fill its places.</summary>
    public async Task TellAsync(PersonId person, string text, string? link, CancellationToken ct, params string[] values)
    {
        var now = clock.GetUtcNow();
        db.Notices.Add(new Notice(person, text, values, link, now));
        var email = (await Address.ListAsync(db, person, ct)).Single();
        if (email is not null)
        {
            db.Outbox.Add(new OutboxMail
            {
                Id = Guid.CreateVersion7(),
                To = email,
                Text = text,
                Values = [.. values],
                Link = link,
                At = now,
                DueAt = now,
            });
        }
    }

    /// <summary>Tells everybody who holds a role at an office today.</summary>
    public async Task TellHoldersAsync(
        Role role, OrganisationId organisation, string text, string? link, CancellationToken ct, params string[] values)
    {
        var today = clock.Today();
        var holders = await db.Grants
            .Where(g => g.Role == role && g.Organisation == organisation && g.From <= today && (g.To == null || g.To >= today))
            .Select(g => g.Person)
            .Distinct()
            .ToListAsync(ct);
        foreach (var holder in holders)
        {
            await TellAsync(holder, text, link, ct, values);
        }
    }
}
