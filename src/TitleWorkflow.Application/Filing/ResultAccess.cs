using TitleWorkflow.Application.Organisations;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Filing;

/// <summary>Which results an office may see at the end of the road: those of its committees, of its city or of its audit.</summary>
internal static class ResultAccess
{
    /// <summary>Declarations whose result the user's offices answer for; to be narrowed to those that have one.</summary>
    public static IQueryable<Declaration> ResultsOf(this TitleDb db, ICurrentUser user)
    {
        var committees = user.OfficesOf(Role.CommitteeOffice);
        var units = user.OfficesOf(Role.OrganisingOfficer);
        var cities = db.AreaOf(user.OfficesOf(Role.CityOfficer));
        var audits = user.Has(Role.Auditor);
        var audited = db.AreaOf(user.OfficesOf(Role.Auditor));
        return db.Declarations.Where(d =>
            committees.Contains(d.Committee)
            || db.Committees.Any(c => c.Id == d.Committee && units.Contains(c.OrganisingUnit))
            || cities.Contains(d.Employer)
            || (audits && (audited.Contains(d.Employer) || audited.Contains(d.Committee))));
    }
}
