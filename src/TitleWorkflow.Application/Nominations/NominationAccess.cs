using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Enterprises;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Nominations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Nominations;

/// <summary>Which nominations are whose: the enterprise's, the offices' above it once signed, and the nominee's own.</summary>
internal static class NominationAccess
{
    private static readonly Role[] Signatories = [Role.Chairperson, Role.ResearchLead];

    /// <summary>Where the user may sign.</summary>
    public static List<OrganisationId> SignsFor(this ICurrentUser user) => [.. Signatories.SelectMany(user.OfficesOf)];

    /// <summary>Nominations the user may see.</summary>
    public static IQueryable<Nomination> NominationsOf(this TitleDb db, ICurrentUser user)
    {
        List<OrganisationId> own = [.. user.SignsFor(), .. user.OfficesOf(Role.EmployerHr)];
        var seen = db.EnterprisesOf(user).Select(e => e.Id);
        return db.Nominations.Where(n => n.Nominee == user.Person
            || own.Contains(n.Enterprise)
            || (n.SignedAt != null && seen.Contains(n.Enterprise)));
    }

    /// <summary>A nomination the user may sign, tracked.</summary>
    /// <exception cref="NotFoundException">There is none, or it is another enterprise's.</exception>
    public static async Task<Nomination> FindToSignAsync(this TitleDb db, ICurrentUser user, NominationId id, CancellationToken ct)
    {
        var own = user.SignsFor();
        return await db.Nominations.SingleOrDefaultAsync(n => n.Id == id && own.Contains(n.Enterprise), ct)
            ?? throw new NotFoundException();
    }

    /// <summary>The user as a signatory of an enterprise; a chairperson signs as such, whatever else they are.</summary>
    public static Signatory AsSignatory(this ICurrentUser user, OrganisationId enterprise, bool isRelative = false) => new(
        user.Person!.Value, user.Name,
        user.Has(Role.Chairperson, enterprise) ? Role.Chairperson : Role.ResearchLead, isRelative);
}
