using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Organisations;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Enterprises;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.Pilots;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Pilots;

/// <summary>Whose applications are whose: the unit's own people write them, district and city above decide, the auditors read.</summary>
internal static class PilotAccess
{
    private static readonly Role[] Within = [Role.Chairperson, Role.EmployerHr, Role.OrganisingOfficer];

    private static readonly Role[] Above = [Role.DistrictOfficer, Role.CityOfficer, Role.Auditor];

    /// <summary>Units the user applies for.</summary>
    public static List<OrganisationId> AppliesFor(this ICurrentUser user) => [.. Within.SelectMany(user.OfficesOf).Distinct()];

    /// <summary>Applications the user may see; district and city see none before it is handed in.</summary>
    public static IQueryable<PilotApplication> PilotsOf(this TitleDb db, ICurrentUser user)
    {
        var own = user.AppliesFor();
        var below = db.AreaOf([.. Above.SelectMany(user.OfficesOf)]);
        return db.PilotApplications.Where(a =>
            own.Contains(a.Unit) || (a.SubmittedAt != null && below.Contains(a.Unit)));
    }

    /// <summary>An application of one's own unit, tracked.</summary>
    /// <exception cref="NotFoundException">There is none, or it is another unit's.</exception>
    public static async Task<PilotApplication> FindOwnPilotAsync(
        this TitleDb db, ICurrentUser user, PilotApplicationId id, CancellationToken ct)
    {
        var own = user.AppliesFor();
        return await db.PilotApplications.SingleOrDefaultAsync(a => a.Id == id && own.Contains(a.Unit), ct)
            ?? throw new NotFoundException();
    }

    /// <summary>An application the user decides on, tracked.</summary>
    /// <exception cref="NotFoundException">There is none, it was not handed in, or it is another area's.</exception>
    public static async Task<PilotApplication> FindPilotToDecideAsync(
        this TitleDb db, ICurrentUser user, PilotApplicationId id, CancellationToken ct, Role role = Role.CityOfficer)
    {
        var area = db.AreaOf(user.OfficesOf(role));
        return await db.PilotApplications.SingleOrDefaultAsync(
            a => a.Id == id && a.SubmittedAt != null && area.Contains(a.Unit), ct) ?? throw new NotFoundException();
    }

    /// <summary>The unit's honours.</summary>
    public static Task<List<EnterpriseHonor>> HonorsOfAsync(this TitleDb db, OrganisationId unit, CancellationToken ct) =>
        db.EnterpriseHonors.AsNoTracking().Where(h => h.Enterprise == unit).ToListAsync(ct);

    /// <exception cref="Domain.RuleBrokenException">The one who shall run the office works elsewhere.</exception>
    public static async Task RequireSecretaryAsync(this TitleDb db, OrganisationId unit, PilotScope scope, CancellationToken ct) =>
        PilotRules.OwnSecretary.Require(await db.People.AnyAsync(p => p.Id == scope.Secretary && p.Employer == unit, ct));
}
