using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Organisations;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Experts;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.RuleSets;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Experts;

/// <summary>Which pools and draws are whose. Membership is known to the committees' offices, their unit and the person alone.</summary>
internal static class ExpertAccess
{
    /// <summary>The organising units whose pool the user may see: an office its committee's, an officer the own.</summary>
    public static IQueryable<OrganisationId> PoolsOf(this TitleDb db, ICurrentUser user)
    {
        var offices = user.OfficesOf(Role.CommitteeOffice);
        var units = user.OfficesOf(Role.OrganisingOfficer);
        return db.Committees.Where(c => offices.Contains(c.Id) || units.Contains(c.OrganisingUnit))
            .Select(c => c.OrganisingUnit).Distinct();
    }

    /// <summary>The members of the user's pools among those named.</summary>
    /// <exception cref="NotFoundException">One of them is in no pool, or in another's.</exception>
    public static async Task<List<Expert>> FindExpertsAsync(
        this TitleDb db, ICurrentUser user, IEnumerable<PersonId> people, CancellationToken ct)
    {
        var named = people.Distinct().ToList();
        var found = await db.Experts
            .Where(e => named.Contains(e.Person) && db.PoolsOf(user).Contains(e.Unit)).ToListAsync(ct);
        return found.Count == named.Count ? found : throw new NotFoundException();
    }

    /// <summary>One member of the user's pools.</summary>
    /// <exception cref="NotFoundException">In no pool, or in another's.</exception>
    public static async Task<Expert> FindExpertAsync(
        this TitleDb db, ICurrentUser user, PersonId person, CancellationToken ct) =>
        (await db.FindExpertsAsync(user, [person], ct))[0];

    /// <summary>Experts with what the archive knows of where they work.</summary>
    public static async Task<List<PoolMember>> WithEmployersAsync(this TitleDb db, IQueryable<Expert> experts, CancellationToken ct) =>
        (await experts.AsNoTracking()
            .Join(db.People, e => e.Person, p => p.Id, (e, p) => new
            {
                Expert = e,
                p.Employer,
                Name = db.Organisations.Where(o => o.Id == p.Employer).Select(o => o.Name).FirstOrDefault(),
            })
            .ToListAsync(ct))
        .ConvertAll(m => new PoolMember(m.Expert, m.Employer, m.Name));

    /// <summary>The user's own membership.</summary>
    /// <exception cref="NotFoundException">The user is in no pool.</exception>
    public static async Task<Expert> FindOwnMembershipAsync(this TitleDb db, ICurrentUser user, CancellationToken ct) =>
        await db.Experts.SingleOrDefaultAsync(e => e.Person == user.Person, ct) ?? throw new NotFoundException();

    /// <summary>The rule set a unit's committees work by this year; the product's defaults where there is none.</summary>
    public static async Task<Func<Parameter, int>> PoolRulesAsync(this TitleDb db, OrganisationId unit, int year, CancellationToken ct)
    {
        var rules = await db.RuleSets.AsNoTracking().FirstOrDefaultAsync(
            r => db.Plans.Any(p => p.RuleSet == r.Id && p.Year == year
                && db.Committees.Any(c => c.Id == p.Committee && c.OrganisingUnit == unit)),
            ct);
        return parameter => rules?[parameter] ?? parameter.Default;
    }

    /// <summary>Draws of the committees the user's office works for or the user's unit set up.</summary>
    public static IQueryable<ExpertDraw> DrawsOf(this TitleDb db, ICurrentUser user)
    {
        var offices = user.OfficesOf(Role.CommitteeOffice);
        var units = user.OfficesOf(Role.OrganisingOfficer);
        return db.ExpertDraws.Where(d =>
            db.Committees.Any(c => c.Id == d.Committee && (offices.Contains(c.Id) || units.Contains(c.OrganisingUnit))));
    }

    /// <summary>Draws of the committees in the supervisor's area.</summary>
    public static IQueryable<ExpertDraw> DrawsWitnessedBy(this TitleDb db, ICurrentUser user)
    {
        var area = db.AreaOf(user.OfficesOf(Role.Supervisor));
        return db.ExpertDraws.Where(d => area.Contains(d.Committee));
    }

    /// <summary>The draw with its seats.</summary>
    /// <exception cref="NotFoundException">There is none among <paramref name="draws"/>.</exception>
    public static async Task<ExpertDraw> FindDrawAsync(
        this IQueryable<ExpertDraw> draws, ExpertDrawId id, CancellationToken ct) =>
        await draws.Include(d => d.Seats).SingleOrDefaultAsync(d => d.Id == id, ct) ?? throw new NotFoundException();
}
