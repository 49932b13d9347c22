using TitleWorkflow.Application.Organisations;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Enterprises;

/// <summary>Whose archives are whose: an enterprise's own people see it, the offices above it, and the auditors.</summary>
internal static class EnterpriseAccess
{
    private static readonly Role[] Within = [Role.EmployerHr, Role.Chairperson, Role.ResearchLead];

    private static readonly Role[] Above = [Role.TownOfficer, Role.DistrictOfficer, Role.CityOfficer, Role.Auditor];

    /// <summary>Enterprises whose archive the user may see.</summary>
    public static IQueryable<Organisation> EnterprisesOf(this TitleDb db, ICurrentUser user)
    {
        List<OrganisationId> own = [.. Within.SelectMany(user.OfficesOf)];
        var area = db.AreaOf([.. Above.SelectMany(user.OfficesOf)]);
        return db.Organisations.Where(o =>
            o.Kind == OrganisationKind.Enterprise && (own.Contains(o.Id) || area.Contains(o.Id)));
    }
}
