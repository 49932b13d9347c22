using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Experts;
using TitleWorkflow.Domain.Assessments.Assigning;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Committees;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Experts;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.WorkItems;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>Reads what an assignment goes by: applications that wait for readers, members who may read, who may not read what.</summary>
internal sealed class AssignmentFacts(TitleDb db, TimeProvider clock)
{
    /// <summary>Open tasks to assign readers at the committee's office, of declarations not read by anybody yet.</summary>
    public IQueryable<WorkItem> Waiting(OrganisationId committee) => db.WorkItems.Where(w =>
        w.Status == WorkItemStatus.Open && w.Form == "group-assignment" && w.Organisation == committee
        && db.Declarations.Any(d => d.Id == w.Declaration && d.Status != DeclarationStatus.UnderGroupReview));

    /// <summary>The applications, with whoever is excluded from reading them.</summary>
    public async Task<List<AssignableCase>> CasesAsync(
        ReviewCommittee committee, IReadOnlyCollection<DeclarationId> declarations, CancellationToken ct)
    {
        var members = committee.Members.Select(m => m.Person).ToList();
        var cases = await db.Declarations.AsNoTracking().Where(d => declarations.Contains(d.Id)).OrderBy(d => d.Number)
            .Select(d => new
            {
                d.Id,
                d.Specialty,
                About = new DrawApplicant(d.Applicant, d.ApplicantName, d.Employer, d.EmployerName),
            })
            .ToListAsync(ct);
        var since = clock.Today().AddYears(-KnownConflicts.Years);
        var employed = (await db.Grants.Where(g => members.Contains(g.Person) && (g.To == null || g.To >= since))
                .Select(g => new { g.Person, Employer = g.Organisation }).ToListAsync(ct))
            .Concat(await db.People.Where(p => members.Contains(p.Id) && p.Employer != null)
                .Select(p => new { Person = p.Id, Employer = p.Employer!.Value }).ToListAsync(ct))
            .ToLookup(e => e.Employer, e => e.Person);
        var known = await KnownAsync(members, ct);
        var left = await db.LeftAsync(declarations, ct);
        return [.. cases.Select(c => new AssignableCase(
            c.Id,
            c.Specialty,
            Colleagues(c.About).Concat(known.RelatedTo(c.About)).Concat(left[c.Id].Select(r => r.Person)).ToHashSet()))];

        // An enterprise that reviews by its own power reviews its own people, by its own people.
        IEnumerable<PersonId> Colleagues(DrawApplicant applicant) => applicant.Employer == committee.OrganisingUnit
            ? []
            : employed[applicant.Employer].Concat(known.SharingEmployer(applicant));
    }

    private async Task<KnownConflicts> KnownAsync(List<PersonId> members, CancellationToken ct)
    {
        var pool = await db.WithEmployersAsync(db.Experts.Where(e => members.Contains(e.Person)), ct);
        var relations = await db.ExpertRelations.AsNoTracking().Where(r => members.Contains(r.Expert)).ToListAsync(ct);
        return new KnownConflicts(clock.Today(), pool, relations);
    }

    /// <summary>The applications with the keywords they name, which only a proposal asks for.</summary>
    public async Task<List<AssignableCase>> WithKeywordsAsync(IEnumerable<AssignableCase> cases, CancellationToken ct)
    {
        var all = cases.ToList();
        var ids = all.ConvertAll(c => c.Declaration);
        var dossiers = await db.Declarations.AsNoTracking().Where(d => ids.Contains(d.Id))
            .Select(d => new { d.Id, d.Dossier }).ToDictionaryAsync(d => d.Id, d => d.Dossier, ct);
        return all.ConvertAll(c => c with { Keywords = Keywords.Of(dossiers[c.Declaration], c.Specialty) });
    }

    /// <summary>The members of the committee, with what they are reading now and their fields of work.</summary>
    public async Task<List<AssignableExpert>> ExpertsAsync(ReviewCommittee committee, CancellationToken ct)
    {
        var members = committee.Members.Select(m => m.Person).ToList();
        var keywords = (await db.Experts.AsNoTracking().Where(e => members.Contains(e.Person))
            .Select(e => new { e.Person, e.Keywords }).ToListAsync(ct)).ToLookup(e => e.Person, e => e.Keywords);
        var experts = await db.People.AsNoTracking().Where(p => members.Contains(p.Id)).OrderBy(p => p.Id)
            .Select(p => new AssignableExpert(
                p.Id,
                p.Employer,
                db.Experts.Where(e => e.Person == p.Id).Select(e => e.Specialty).FirstOrDefault(),
                db.WorkItems.Count(w => w.Assignee == p.Id && w.Status == WorkItemStatus.Open && w.Form == "expert-opinion")))
            .ToListAsync(ct);
        return experts.ConvertAll(e => e with { Keywords = [.. keywords[e.Person].SelectMany(k => k).Distinct()] });
    }
}
