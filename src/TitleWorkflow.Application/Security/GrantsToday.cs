using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Security;

/// <summary>Reads who a signed-in person is and which grants are in force today.</summary>
public sealed class GrantsToday(TitleDb db, TimeProvider clock)
{
    /// <summary>Name and grants; null if the person is not known any more.</summary>
    public async Task<(string Name, IReadOnlyList<HeldGrant> Grants)?> FindAsync(PersonId person, CancellationToken ct)
    {
        var today = clock.Today();
        var name = await db.People.Where(p => p.Id == person).Select(p => p.Name).SingleOrDefaultAsync(ct);
        if (name is null)
        {
            return null;
        }

        var grants = await db.Grants
            .Where(g => g.Person == person && g.From <= today && (g.To == null || g.To >= today))
            .Join(db.Organisations, g => g.Organisation, o => o.Id, (g, o) => new { g.Role, o.Id, o.Name })
            .ToListAsync(ct);
        return (name, [.. grants.OrderBy(g => g.Role).Select(g => new HeldGrant(g.Role, g.Id, g.Name))]);
    }
}
