using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Organisations;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Committees;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Committees;

/// <summary>Which committees are whose. Who sits in one is known to its office, its organising unit and the auditors alone.</summary>
internal static class CommitteeAccess
{
    /// <summary>Committees the user works for, set up, or audits.</summary>
    public static IQueryable<ReviewCommittee> CommitteesOf(this TitleDb db, ICurrentUser user)
    {
        var offices = user.OfficesOf(Role.CommitteeOffice);
        var units = user.OfficesOf(Role.OrganisingOfficer);
        var audited = db.AreaOf(user.OfficesOf(Role.Auditor));
        return db.Committees.Where(c =>
            offices.Contains(c.Id) || units.Contains(c.OrganisingUnit) || audited.Contains(c.Id));
    }

    /// <summary>The committee, if the user may see it.</summary>
    /// <exception cref="NotFoundException">There is none, or it is none of the user's business.</exception>
    public static async Task<ReviewCommittee> FindCommitteeAsync(
        this TitleDb db, ICurrentUser user, OrganisationId id, CancellationToken ct) =>
        await db.CommitteesOf(user).SingleOrDefaultAsync(c => c.Id == id, ct) ?? throw new NotFoundException();

    /// <summary>True for its office and for the unit that set it up.</summary>
    public static bool Appoints(this ICurrentUser user, ReviewCommittee committee) =>
        user.Has(Role.CommitteeOffice, committee.Id) || user.Has(Role.OrganisingOfficer, committee.OrganisingUnit);
}
