using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Organisations;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Applicants;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Applicants;

/// <summary>Who may hand in lists of applicants, and which lists and people are theirs to see; the one place that says so.</summary>
public sealed class ImportAccess(TitleDb db, ICurrentUser user)
{
    /// <summary>Personnel offices for their own staff, authorities for the employers of their area.</summary>
    public static readonly IReadOnlyList<Role> Importers = [Role.EmployerHr, Role.TownOfficer, Role.DistrictOfficer, Role.CityOfficer];

    /// <summary>The offices the person hands in lists for.</summary>
    public IReadOnlyList<OrganisationId> Offices => [.. Importers.SelectMany(user.OfficesOf).Distinct()];

    /// <summary>The lists of the person's offices.</summary>
    public IQueryable<ApplicantImport> Visible
    {
        get
        {
            List<OrganisationId> offices = [.. Offices];
            return db.ApplicantImports.Where(i => offices.Contains(i.Office));
        }
    }

    /// <summary>One of them.</summary>
    /// <exception cref="NotFoundException">There is none, or it is another office's.</exception>
    public async Task<ApplicantImport> FindAsync(ApplicantImportId id, CancellationToken ct) =>
        await Visible.SingleOrDefaultAsync(i => i.Id == id, ct) ?? throw new NotFoundException();

    /// <summary>The employers an office may name in its lists.</summary>
    internal static IQueryable<Organisation> EmployersOf(TitleDb db, OrganisationId office)
    {
        var area = db.AreaOf([office]);
        return db.Organisations.Where(o => o.Kind == OrganisationKind.Enterprise && area.Contains(o.Id));
    }
}
