using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Assessments;
using TitleWorkflow.Application.Publicity;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Committees;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.RuleSets;
using TitleWorkflow.Domain.WorkItems;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.WorkItems;

/// <summary>Reads what stands around a task: who has it, what its form needs, which tasks are before and after it.</summary>
internal sealed class TaskSurroundings(TitleDb db, ICurrentUser user, TimeProvider clock)
{
    public async Task<TaskHolding> HoldingAsync(WorkItem item, CancellationToken ct)
    {
        var office = item as OfficeTask;
        var open = item.Status == WorkItemStatus.Open && WorkItemAccess.MayDo(user, item);
        var mine = item.Assignee == user.Person;
        return new TaskHolding(
            office is null,
            await NameAsync(item.Assignee, ct),
            mine,
            await NameAsync(office?.DelegatedBy, ct),
            MayAct: open && (mine || item.Assignee is null),
            MayClaim: open && office is not null && item.Assignee is null,
            MayRelease: open && office is not null && mine,
            open && office is not null && mine ? await ColleaguesAsync(office, ct) : []);
    }

    public async Task<TaskNeeds> NeedsAsync(WorkItem item, Declaration declaration, CancellationToken ct)
    {
        var needs = item.Form switch
        {
            "eligibility" => await EligibilityAsync(declaration, ct),
            "group-assignment" => await ExpertsAsync(declaration, ct),
            ReexaminationForm.Name => await ReexaminationAsync(declaration, ct),
            ObjectionForm.Name => new TaskNeeds
            {
                Objection = await db.PublicityObjections.Where(o => o.Task == item.Id)
                    .Select(o => new NameObjection(o.Number, o.Statement, o.Leads, o.Name, o.Contact, o.ReceivedAt)).SingleAsync(ct),
            },
            "expert-opinion" => new TaskNeeds { Standard = (await db.ScoreFileAsync(declaration, ct)).Standard },
            "confirmation" => new TaskNeeds { DocumentNumber = await DocumentNumberAsync(item, declaration, ct) },
            "signature" => new TaskNeeds
            {
                Meeting = await db.MeetingCases.Where(c => c.Declaration == declaration.Id && c.IsLive)
                    .Select(c => (MeetingId?)c.Meeting).SingleOrDefaultAsync(ct),
            },
            _ => new TaskNeeds(),
        };
        return !item.Outcomes.Contains("Return") ? needs : needs with
        {
            Sections =
            [
                .. (await PlanAsync(declaration, ct)).Form.Sections.Select(s => new SectionChoice(s.Key, s.Title, s.English)),
            ],
        };
    }

    /// <summary>
    /// The reader's open tasks before and after this one, among those taken or, for one that is not, among those to take.
    /// After the last comes the first again, then whatever the reader has.
    /// </summary>
    public async Task<(WorkItemId? Previous, WorkItemId? Next)> NeighboursAsync(WorkItem item, CancellationToken ct)
    {
        var mine = db.OpenOf(user).Where(w => w.Id != item.Id);
        var same = item.Status == WorkItemStatus.Open && item.Assignee is null
            ? db.AvailableTo(user).Where(w => w.Id != item.Id)
            : mine;
        var due = InboxOrder.Due(item.DueOn);
        return (
            await FirstAsync(same.Before(due, item.Id).LeastUrgentFirst(), ct),
            await FirstAsync(same.After(due, item.Id).MostUrgentFirst(), ct)
            ?? await FirstAsync(same.MostUrgentFirst(), ct)
            ?? await FirstAsync(mine.MostUrgentFirst(), ct));
    }

    private static Task<WorkItemId?> FirstAsync(IQueryable<WorkItem> items, CancellationToken ct) =>
        items.Select(w => (WorkItemId?)w.Id).FirstOrDefaultAsync(ct);

    private async Task<string?> NameAsync(PersonId? person, CancellationToken ct) => person is null
        ? null
        : await db.People.Where(p => p.Id == person).Select(p => p.Name).SingleAsync(ct);

    private async Task<IReadOnlyList<Colleague>> ColleaguesAsync(OfficeTask task, CancellationToken ct)
    {
        var today = clock.Today();
        return await db.People
            .Where(p => p.Id != user.Person && db.Grants.Any(g =>
                g.Person == p.Id && g.Role == task.Role && g.Organisation == task.Organisation
                && g.From <= today && (g.To == null || g.To >= today)))
            .OrderBy(p => p.Name)
            .Select(p => new Colleague(p.Id, p.Name))
            .ToListAsync(ct);
    }

    private async Task<TaskNeeds> EligibilityAsync(Declaration declaration, CancellationToken ct)
    {
        var issued = await db.SupplementNotices.Where(n => n.Declaration == declaration.Id)
            .Select(n => (DateTimeOffset?)n.IssuedAt).SingleOrDefaultAsync(ct);
        return new TaskNeeds
        {
            SupplementIssuedAt = issued,
            SupplementWorkingDays = issued is null ? (await RulesAsync(declaration, ct))[Parameter.SupplementDays] : null,
        };
    }

    private async Task<TaskNeeds> ExpertsAsync(Declaration declaration, CancellationToken ct)
    {
        // Of a dossier that lost readers, those who still read stay, and who left does not come back.
        var review = declaration.Status != DeclarationStatus.UnderGroupReview
            ? null
            : await db.StandingReviews(declaration.Id).AsNoTracking().FirstOrDefaultAsync(ct);
        var left = await db.LeftAsync([declaration.Id], ct);
        PersonId[] unfit = [declaration.Applicant, .. review?.Experts ?? [], .. left[declaration.Id].Select(r => r.Person)];
        var seats = (await db.Committees.AsNoTracking().SingleAsync(c => c.Id == declaration.Committee, ct)).Members
            .Where(s => !unfit.Contains(s.Person)).ToList();
        return new TaskNeeds
        {
            MinimumExperts = Math.Max(3, (await RulesAsync(declaration, ct))[Parameter.GroupMinimumExperts])
                - (review?.Experts.Count ?? 0),
            Experts = await ChoicesAsync(declaration, seats, ct),
        };
    }

    private async Task<TaskNeeds> ReexaminationAsync(Declaration declaration, CancellationToken ct)
    {
        var request = await db.Reexaminations.AsNoTracking().Where(r => r.Declaration == declaration.Id)
            .OrderByDescending(r => r.RequestedAt).FirstAsync(ct);
        var needs = new TaskNeeds { Reexamination = new ReexaminationRequest(request.Ground, request.Statement, request.RequestedAt) };
        if (request.Ground != ReexaminationGround.Recusal)
        {
            return needs;
        }

        var tookPart = await db.TookPartAsync(declaration.Id, ct);
        var seats = (await db.Committees.AsNoTracking().SingleAsync(c => c.Id == declaration.Committee, ct)).Members
            .Where(s => tookPart.Contains(s.Person)).ToList();
        return needs with { Experts = await ChoicesAsync(declaration, seats, ct) };
    }

    private async Task<IReadOnlyList<ExpertChoice>> ChoicesAsync(
        Declaration declaration, IReadOnlyList<CommitteeSeat> seats, CancellationToken ct)
    {
        var persons = seats.Select(s => s.Person).ToList();
        var known = await db.People.Where(p => persons.Contains(p.Id))
            .Select(p => new
            {
                p.Id,
                p.Name,
                p.Employer,
                EmployerName = db.Organisations.Where(o => o.Id == p.Employer).Select(o => o.Name).FirstOrDefault(),
                Reviews = db.WorkItems.Count(w =>
                    w.Assignee == p.Id && w.Status == WorkItemStatus.Open && w.Form == "expert-opinion"),
            })
            .ToDictionaryAsync(p => p.Id, ct);
        return
        [
            .. seats.Select(s => (Seat: s, Person: known[s.Person])).Select(m => new ExpertChoice(
                m.Seat.Person, m.Person.Name, m.Seat.Position, m.Person.EmployerName,
                m.Person.Employer == declaration.Employer, m.Person.Reviews)),
        ];
    }

    // Results of one committee are confirmed together, so its latest document of the year is the likely one; else the next.
    private async Task<string> DocumentNumberAsync(WorkItem item, Declaration declaration, CancellationToken ct)
    {
        var since = new DateOnly(clock.Today().Year, 1, 1).StartsAt();
        var used = await db.Declarations
            .Where(d => d.ConfirmedAt >= since && d.ConfirmationNumber != null)
            .GroupBy(d => d.ConfirmationNumber!)
            .Select(g => new { Number = g.Key, Same = g.Any(d => d.Committee == declaration.Committee), At = g.Max(d => d.ConfirmedAt) })
            .ToListAsync(ct);
        var office = await db.Organisations.Where(o => o.Id == item.Organisation).Select(o => o.Name).SingleAsync(ct);
        return used.Where(n => n.Same).MaxBy(n => n.At)?.Number
            ?? $"{office[..1]}人社职〔{clock.Today().Year}〕{used.Count + 1}号";
    }

    private Task<AnnualPlan> PlanAsync(Declaration declaration, CancellationToken ct) =>
        db.Plans.AsNoTracking().SingleAsync(p => p.Id == declaration.Plan, ct);

    private Task<RuleSet> RulesAsync(Declaration declaration, CancellationToken ct) =>
        db.RuleSets.AsNoTracking().SingleAsync(r => r.Id == declaration.RuleSet, ct);
}
