using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Assessments;
using TitleWorkflow.Application.Organisations;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.RuleSets;
using TitleWorkflow.Domain.WorkItems;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Declarations;

/// <summary>With whose eyes somebody looks at a declaration.</summary>
public enum Sight
{
    /// <summary>One's own: without experts, scores, votes, and without the result until it is told.</summary>
    Own,

    /// <summary>An office on its road: everything but what is sealed.</summary>
    Office,

    /// <summary>The employer: as an office, but of the assessment no more than the applicant may know.</summary>
    Employer,

    /// <summary>An expert: the dossier without the names of officers, to be read but not taken away.</summary>
    Expert,

    /// <summary>An expert who reads blind: as an expert, without what tells whose dossier it is.</summary>
    BlindExpert,
}

/// <summary>Which declarations the signed-in person may see, and with whose eyes; the one place that says so.</summary>
public sealed class DeclarationAccess(TitleDb db, ICurrentUser user)
{
    private static readonly Role[] Officers = [Role.TownOfficer, Role.DistrictOfficer, Role.CityOfficer];

    private static readonly Role[] AtEmployer = [Role.EmployerHr, Role.Chairperson, Role.ResearchLead];

    private static readonly Role[] Reviewers =
        [Role.Expert, Role.GroupLeader, Role.DeputyDirector, Role.CommitteeDirector];

    /// <summary>The person's own declarations.</summary>
    public IQueryable<Declaration> Own => db.Declarations.Where(d => d.Applicant == user.Person);

    /// <summary>Every declaration the person may see, in whatever role; to be narrowed, ordered and projected.</summary>
    public async Task<IQueryable<Declaration>> VisibleAsync(CancellationToken ct)
    {
        if (user.Person is null)
        {
            return db.Declarations.Where(d => false);
        }

        var seat = await SeatAsync(ct);
        var parts = OfOffices().Select(o => Without(seat.Recused, o.Cases)).Prepend(Own).ToList();
        if (seat.Cases is { } asExpert)
        {
            parts.Add(asExpert);
        }

        return AnyOf(parts);
    }

    /// <summary>With whose eyes the person sees one declaration; one's own come first, whatever else one is.</summary>
    /// <exception cref="NotFoundException">There is none, or the person may not know of it.</exception>
    public async Task<Sight> SightOfAsync(DeclarationId id, CancellationToken ct)
    {
        if (user.Person is not null && await Own.AnyAsync(d => d.Id == id, ct))
        {
            return Sight.Own;
        }

        var seat = await SeatAsync(ct);
        if (seat.Recused.Contains(id))
        {
            throw new NotFoundException();
        }

        foreach (var (_, sight, cases) in OfOffices().OrderBy(o => o.Sight))
        {
            if (await cases.AnyAsync(d => d.Id == id, ct))
            {
                return sight;
            }
        }

        return seat.Cases is not { } asExpert || !await asExpert.AnyAsync(d => d.Id == id, ct) ? throw new NotFoundException()
            : await BlindAsync(seat, ct) is { } blind && await blind.AnyAsync(d => d.Id == id, ct) ? Sight.BlindExpert
            : Sight.Expert;
    }

    /// <summary>Whether the person sees the declaration in this very role; holding it somewhere else does not count.</summary>
    public async Task<bool> SeesAsAsync(Role role, DeclarationId id, CancellationToken ct)
    {
        if ((await SeatAsync(ct)).Recused.Contains(id))
        {
            return false;
        }

        foreach (var office in OfOffices().Where(o => o.Role == role))
        {
            if (await office.Cases.AnyAsync(d => d.Id == id, ct))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The declarations the person sees as an expert who reads blind, and in no other role.</summary>
    public async Task<IReadOnlySet<DeclarationId>> ReadBlindAsync(CancellationToken ct)
    {
        if (await BlindAsync(await SeatAsync(ct), ct) is not { } blind)
        {
            return new HashSet<DeclarationId>();
        }

        var other = AnyOf([.. OfOffices().Select(o => o.Cases).Prepend(Own)]);
        return await blind.Where(d => !other.Any(o => o.Id == d.Id)).Select(d => d.Id).ToHashSetAsync(ct);
    }

    /// <summary>
    /// Which of some declarations the person may see as an office does. Who holds roles of one kind only sees all of them
    /// alike; of who holds several, each is asked about.
    /// </summary>
    public async Task<IReadOnlySet<DeclarationId>> SeenAsOfficeAsync(IReadOnlyCollection<DeclarationId> visible, CancellationToken ct)
    {
        var offices = OfOffices().ToList();
        if (offices.TrueForAll(o => o.Sight != Sight.Office))
        {
            return new HashSet<DeclarationId>();
        }

        if (offices.TrueForAll(o => o.Sight == Sight.Office) && !Reviewers.Any(user.Has))
        {
            return visible.ToHashSet();
        }

        var cases = AnyOf([.. offices.Where(o => o.Sight == Sight.Office).Select(o => o.Cases)]);
        return await cases.Where(d => visible.Contains(d.Id)).Select(d => d.Id).ToHashSetAsync(ct);
    }

    /// <summary>The person's own declaration, tracked, with its evidence where asked for.</summary>
    /// <exception cref="NotFoundException">There is none, or it is somebody else's.</exception>
    public async Task<Declaration> FindOwnAsync(DeclarationId id, CancellationToken ct, bool withEvidence = false)
    {
        var own = withEvidence ? Own.Include(d => d.Evidence) : Own;
        return user.Person is not null && await own.SingleOrDefaultAsync(d => d.Id == id, ct) is { } declaration
            ? declaration
            : throw new NotFoundException();
    }

    private IEnumerable<(Role Role, Sight Sight, IQueryable<Declaration> Cases)> OfOffices() =>
        from grant in user.Grants
        let cases = OfOffice(grant.Role, grant.Organisation)
        where cases is not null
        select (grant.Role, AtEmployer.Contains(grant.Role) ? Sight.Employer : Sight.Office, cases);

    // A draft is its applicant's alone: no office sees it before it is submitted.
    private IQueryable<Declaration>? OfOffice(Role role, OrganisationId office)
    {
        var submitted = db.Declarations.Where(d => d.SubmittedAt != null);
        var area = db.AreaOf([office]);
        var sentUp = submitted.Where(d => d.EmployerPublicityEndedOn != null);
        return role switch
        {
            Role.EmployerHr => submitted.Where(d => d.Employer == office),
            _ when Officers.Contains(role) => submitted.Where(d => area.Contains(d.Employer)),
            Role.OrganisingOfficer => sentUp.Where(d => db.Committees.Any(c => c.Id == d.Committee && c.OrganisingUnit == office)),
            Role.CommitteeOffice => sentUp.Where(d => d.Committee == office),
            Role.Supervisor => submitted.Where(d =>
                (d.EmployerPublicityEndedOn != null && area.Contains(d.Committee)
                    && (db.SupplementNotices.Any(n => n.Declaration == d.Id) || db.MeetingCases.Any(c => c.Declaration == d.Id)))
                || db.PublicityObjections.Any(
                    o => o.Declaration == d.Id && o.InvestigatorRole == Role.Supervisor && o.Investigator == office)),
            Role.Auditor => submitted.Where(d =>
                area.Contains(d.Employer) || area.Contains(d.Committee)),
            Role.Applicant or Role.ProcessDesigner or Role.Administrator => null,
            _ when Reviewers.Contains(role) => null,

            // A designer may give any other role a step: whoever has it to do sees what it is about.
            _ => submitted.Where(d => db.WorkItems.Any(w => w.Declaration == d.Id && w.Role == role && w.Organisation == office)),
        };
    }

    // Seats and recusals are stored as a whole, so they are read, not queried: a person sits in few meetings at a time.
    private async Task<Seat> SeatAsync(CancellationToken ct)
    {
        if (user.Person is not { } person || !Reviewers.Any(user.Has))
        {
            return new Seat([], [], null);
        }

        var meetings = await db.Meetings.AsNoTracking().Where(m => m.Status != MeetingStatus.Signed)
            .Select(m => new { m.Id, m.Seats }).ToListAsync(ct);
        List<MeetingId> mine = [.. meetings.Where(m => m.Seats.Any(s => s.Person == person)).Select(m => m.Id)];
        var read = db.WorkItems.Where(w => Reviewers.Contains(w.Role)
            && ((w.Assignee == person && w.Status != WorkItemStatus.Cancelled) || w.CompletedBy == person));

        // A signature ends a seat but no recusal: who left a case that they have read before does not get it back.
        var cases = await db.MeetingCases.AsNoTracking()
            .Where(c => c.IsLive && (mine.Contains(c.Meeting) || read.Any(w => w.Declaration == c.Declaration)))
            .Select(c => new { c.Meeting, c.Declaration, c.Recusals }).ToListAsync(ct);
        List<DeclarationId> recused = [.. cases.Where(c => c.Recusals.Any(r => r.Person == person)).Select(c => c.Declaration)];
        recused.AddRange(await read.Where(w => w.Form == "expert-opinion" && w.Outcome == ExpertOpinionForm.Recuse)
            .Select(w => w.Declaration).ToListAsync(ct));

        // Who should have left a case does not read it again.
        var missed = await db.Reexaminations.AsNoTracking()
            .Where(r => r.Status == ReexaminationStatus.Upheld && read.Any(w => w.Declaration == r.Declaration)).ToListAsync(ct);
        recused.AddRange(missed.Where(r => r.MissedRecusals.Contains(person)).Select(r => r.Declaration));
        List<DeclarationId> onAgenda = [.. cases.Where(c => mine.Contains(c.Meeting)).Select(c => c.Declaration)];
        return new Seat(recused, onAgenda, Without(recused, db.Declarations.Where(d =>
            onAgenda.Contains(d.Id) || read.Any(w => w.Declaration == d.Id))));
    }

    // A meeting deliberates on people, so whoever sits in it knows them; what it has decided is no secret to its readers either.
    private async Task<IQueryable<Declaration>?> BlindAsync(Seat seat, CancellationToken ct)
    {
        if (seat.Cases is not { } seen)
        {
            return null;
        }

        var rules = await db.RuleSets.AsNoTracking().Where(r => seen.Any(d => d.RuleSet == r.Id)).ToListAsync(ct);
        List<RuleSetId> blind = [.. rules.Where(r => r.Content.Reading == ReadingMode.Blind).Select(r => r.Id)];
        return blind.Count == 0
            ? null
            : seen.Where(d => blind.Contains(d.RuleSet) && d.Result == null && !seat.OnAgenda.Contains(d.Id));
    }

    private static IQueryable<Declaration> Without(List<DeclarationId> recused, IQueryable<Declaration> cases) =>
        recused.Count == 0 ? cases : cases.Where(d => !recused.Contains(d.Id));

    private IQueryable<Declaration> AnyOf(List<IQueryable<Declaration>> parts)
    {
        if (parts.Count <= 1)
        {
            return parts.SingleOrDefault() ?? db.Declarations.Where(d => false);
        }

        // Joined by id, not row by row: the rows carry whole dossiers.
        var ids = parts.Select(p => p.Select(d => d.Id)).Aggregate((all, some) => all.Concat(some));
        return db.Declarations.Where(d => ids.Contains(d.Id));
    }

    /// <param name="Recused">Cases the person has left: neither dossier nor discussion is theirs, whatever else they are.</param>
    /// <param name="OnAgenda">Cases of meetings in which the person has a seat.</param>
    /// <param name="Cases">Cases the person sees as an expert; null for who is none.</param>
    private sealed record Seat(List<DeclarationId> Recused, List<DeclarationId> OnAgenda, IQueryable<Declaration>? Cases);
}
