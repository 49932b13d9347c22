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

    /// <summary>The members of the committee, with what they are reading now.</summary>
    public async Task<List<AssignableExpert>> ExpertsAsync(ReviewCommittee committee, CancellationToken ct)
    {
        var members = committee.Members.Select(m => m.Person).ToList();
        return await db.People.AsNoTracking().Where(p => members.Contains(p.Id)).OrderBy(p => p.Id)
            .Select(p => new AssignableExpert(
                p.Id,
                p.Employer,
                db.Experts.Where(e => e.Person == p.Id).Select(e => e.Specialty).FirstOrDefault(),
                db.WorkItems.Count(w => w.Assignee == p.Id && w.Status == WorkItemStatus.Open && w.Form == "expert-opinion")))
            .ToListAsync(ct);
    }
}
