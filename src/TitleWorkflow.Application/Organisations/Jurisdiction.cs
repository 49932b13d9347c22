using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Organisations;

/// <summary>Whose office a step belongs to, as a flow names it.</summary>
public enum OfficeScope
{
    /// <summary>The applicant in person.</summary>
    Applicant,

    /// <summary>The applicant's employer.</summary>
    Employer,

    /// <summary>The town above the employer.</summary>
    Town,

    /// <summary>The district above the employer.</summary>
    District,

    /// <summary>The city above the employer.</summary>
    City,

    /// <summary>The province above the employer.</summary>
    Province,

    /// <summary>The organising unit of the reviewing committee.</summary>
    OrganisingUnit,

    /// <summary>The reviewing committee.</summary>
    Committee,
}

/// <summary>Finds the organisation that a scope of a flow means for one declaration (管辖).</summary>
public sealed class Jurisdiction(TitleDb db)
{
    // A step asks several times for the road above the same employer.
    private (OrganisationId Start, IReadOnlyList<Organisation> Path)? known;

    /// <summary>The organisation; the applicant's scope has none.</summary>
    /// <exception cref="InvalidOperationException">No such organisation lies above the employer.</exception>
    public async Task<Organisation> FindAsync(Declaration declaration, OfficeScope scope, CancellationToken ct) => scope switch
    {
        OfficeScope.Employer => (await PathAsync(declaration.Employer, ct))[0],
        OfficeScope.Town => await AboveAsync(declaration.Employer, OrganisationKind.Town, ct),
        OfficeScope.District => await AboveAsync(declaration.Employer, OrganisationKind.District, ct),
        OfficeScope.City => await AboveAsync(declaration.Employer, OrganisationKind.City, ct),
        OfficeScope.Province => await AboveAsync(declaration.Employer, OrganisationKind.Province, ct),
        OfficeScope.Committee => await GetAsync(declaration.Committee, ct),
        OfficeScope.OrganisingUnit => await GetAsync(
            (await db.Committees.AsNoTracking().SingleAsync(c => c.Id == declaration.Committee, ct)).OrganisingUnit, ct),
        _ => throw new InvalidOperationException($"{scope} is a person, not an office."),
    };

    /// <summary>Whether an authority of that kind stands above an organisation.</summary>
    public async Task<bool> IsUnderAsync(OrganisationId start, OrganisationKind authority, CancellationToken ct) =>
        (await PathAsync(start, ct)).Any(o => o.Kind == authority);

    /// <summary>The supervision group that watches over an organisation: of those beside the authorities above it, the nearest.</summary>
    /// <exception cref="InvalidOperationException">Nobody supervises it.</exception>
    public async Task<Organisation> SupervisionAsync(OrganisationId start, CancellationToken ct)
    {
        var path = (await PathAsync(start, ct)).Select(o => o.Id).ToList();
        var groups = await db.Organisations.AsNoTracking()
            .Where(o => o.Kind == OrganisationKind.Supervision && path.Contains(o.Parent!.Value)).ToListAsync(ct);
        return groups.MinBy(o => path.IndexOf(o.Parent!.Value))
            ?? throw new InvalidOperationException($"No supervision group stands beside an authority above organisation {start}.");
    }

    // Enterprise, town, district, city: few roads upwards are longer, so one question is nearly always enough.
    private static readonly HotQuery<OrganisationId, Ascent> Road = new((context, start) =>
        from first in context.Organisations.AsNoTracking()
        where first.Id == start
        join second in context.Organisations on first.Parent equals second.Id into seconds
        from second in seconds.DefaultIfEmpty()
        join third in context.Organisations on second.Parent equals third.Id into thirds
        from third in thirds.DefaultIfEmpty()
        join fourth in context.Organisations on third.Parent equals fourth.Id into fourths
        from fourth in fourths.DefaultIfEmpty()
        select new Ascent(first, second, third, fourth));

    /// <summary>The organisation itself and everything above it, nearest first.</summary>
    public async Task<IReadOnlyList<Organisation>> PathAsync(OrganisationId start, CancellationToken ct)
    {
        if (known is { } latest && latest.Start == start)
        {
            return latest.Path;
        }

        var path = new List<Organisation>();
        for (OrganisationId? next = start; next is { } id;)
        {
            var (first, second, third, fourth) = await Road.FirstAsync(db, id, ct)
                ?? throw new InvalidOperationException($"There is no organisation {id}.");
            path.AddRange(new[] { first, second, third, fourth }.OfType<Organisation>());
            next = path[^1].Parent;
        }

        known = (start, path);
        return path;
    }

    private async Task<Organisation> AboveAsync(OrganisationId start, OrganisationKind kind, CancellationToken ct) =>
        (await PathAsync(start, ct)).FirstOrDefault(o => o.Kind == kind)
        ?? throw new InvalidOperationException($"No {kind} lies above organisation {start}.");

    private Task<Organisation> GetAsync(OrganisationId id, CancellationToken ct) =>
        db.Organisations.AsNoTracking().SingleAsync(o => o.Id == id, ct);

    private sealed record Ascent(Organisation First, Organisation? Second, Organisation? Third, Organisation? Fourth);
}
