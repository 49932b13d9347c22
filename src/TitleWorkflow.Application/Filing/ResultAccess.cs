using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Filing;

/// <summary>Which results an office may see at the end of the road: those of its committees or of its city; an auditor all.</summary>
internal static class ResultAccess
{
    /// <summary>Declarations whose result the user's offices answer for; to be narrowed to those that have one.</summary>
    public static IQueryable<Declaration> ResultsOf(this TitleDb db, ICurrentUser user)
    {
        if (user.Has(Role.Auditor))
        {
            return db.Declarations;
        }

        var committees = At(user, Role.CommitteeOffice);
        var units = At(user, Role.OrganisingOfficer);
        var cities = At(user, Role.CityOfficer);
        return db.Declarations.Where(d =>
            committees.Contains(d.Committee)
            || db.Committees.Any(c => c.Id == d.Committee && units.Contains(c.OrganisingUnit))
            || EmployersIn(db, cities).Contains(d.Employer));
    }

    // Enterprise, town, district, city: a level may be left out, none may be added.
    private static IQueryable<OrganisationId> EmployersIn(TitleDb db, List<OrganisationId> cities) =>
        from employer in db.Organisations
        where employer.Kind == OrganisationKind.Enterprise
        from town in db.Organisations.Where(o => o.Id == employer.Parent).DefaultIfEmpty()
        from district in db.Organisations.Where(o => o.Id == town.Parent).DefaultIfEmpty()
        where cities.Contains(employer.Parent!.Value)
            || cities.Contains(town.Parent!.Value)
            || cities.Contains(district.Parent!.Value)
        select employer.Id;

    private static List<OrganisationId> At(ICurrentUser user, Role role) =>
        [.. user.Grants.Where(g => g.Role == role).Select(g => g.Organisation)];
}
