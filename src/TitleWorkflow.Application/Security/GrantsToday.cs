using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Security;

/// <summary>Reads who a signed-in person is and which grants are in force today.</summary>
public sealed class GrantsToday(TitleDb db, TimeProvider clock)
{
    // Asked with every request: one row for each grant, and one without a grant if there is none.
    private static readonly HotQuery<PersonId, DateOnly, Held> Known = new((context, asked, today) =>
        from person in context.People
        where person.Id == asked
        from grant in context.Grants
            .Where(g => g.Person == person.Id && g.From <= today && (g.To == null || g.To >= today))
            .DefaultIfEmpty()
        from office in context.Organisations.Where(o => o.Id == grant.Organisation).DefaultIfEmpty()
        select new Held(person.Name, grant == null ? null : grant.Role, office == null ? null : office.Id, office.Name));

    /// <summary>Name and grants; null if the person is not known any more.</summary>
    public async Task<(string Name, IReadOnlyList<HeldGrant> Grants)?> FindAsync(PersonId person, CancellationToken ct)
    {
        var rows = await Known.ListAsync(db, person, clock.Today(), ct);
        return rows.Count == 0
            ? null
            : (rows[0].Name, [
                .. rows.Where(r => r.Role is not null).OrderBy(r => r.Role)
                    .Select(r => new HeldGrant(r.Role!.Value, r.Office!.Value, r.OfficeName!)),
            ]);
    }

    private sealed record Held(string Name, Role? Role, OrganisationId? Office, string? OfficeName);
}
