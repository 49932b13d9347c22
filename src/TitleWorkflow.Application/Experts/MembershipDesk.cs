using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Notices;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Experts;
using TitleWorkflow.Domain.Notices;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Experts;

/// <summary>Tells those who may know of a membership; no notice names the person.</summary>
public sealed class MembershipDesk(TitleDb db, NoticeDesk notices, TimeProvider clock)
{
    private const string Own = "/experts/me";
    private const string Pool = "/experts";

    /// <summary>Tells a party something; offices, whose members come by the hundred, once as long as it is unread.</summary>
    public async Task TellAsync(MembershipParty party, Expert expert, string text, CancellationToken ct, params string[] values)
    {
        if (party == MembershipParty.Member)
        {
            await notices.TellAsync(expert.Person, text, Own, ct, values);
            return;
        }

        foreach (var holder in await HoldersAsync(party, expert.Unit, ct))
        {
            var unread = await db.Notices.AsNoTracking().Where(n => n.Person == holder && n.ReadAt == null && n.Text == text).ToListAsync(ct);
            if (!unread.Concat(Fresh(holder, text)).Any(n => n.Values.SequenceEqual(values)))
            {
                await notices.TellAsync(holder, text, Pool, ct, values);
            }
        }
    }

    private Task<List<PersonId>> HoldersAsync(MembershipParty party, OrganisationId unit, CancellationToken ct)
    {
        var today = clock.Today();
        var held = party == MembershipParty.Unit
            ? db.Grants.Where(g => g.Role == Role.OrganisingOfficer && g.Organisation == unit)
            : db.Grants.Where(g => g.Role == Role.CommitteeOffice
                && db.Committees.Any(c => c.Id == g.Organisation && c.OrganisingUnit == unit));
        return held.Where(g => g.From <= today && (g.To == null || g.To >= today)).Select(g => g.Person).Distinct().ToListAsync(ct);
    }

    // Told by another road in this very command.
    private IEnumerable<Notice> Fresh(PersonId holder, string text) =>
        db.ChangeTracker.Entries<Notice>().Select(e => e.Entity).Where(n => n.Person == holder && n.Text == text);
}
