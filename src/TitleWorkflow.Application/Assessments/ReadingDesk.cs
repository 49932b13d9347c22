using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Committees;
using TitleWorkflow.Application.Notices;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Assessments.Assigning;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Committees;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Notices;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.WorkItems;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>What the office of a committee needs to change who reads a dossier.</summary>
internal sealed class ReadingDesk(TitleDb db, ICurrentUser user, NoticeDesk notices, TimeProvider clock)
{
    /// <summary>The committee, and its office as history names it: experts' names are told to nobody.</summary>
    /// <exception cref="NotFoundException">There is none, or the user is not of its office.</exception>
    public async Task<(ReviewCommittee Committee, Actor Office)> CommitteeAsync(OrganisationId id, CancellationToken ct)
    {
        var committee = await db.FindCommitteeAsync(user, id, ct);
        if (!user.Has(Role.CommitteeOffice, committee.Id))
        {
            throw new NotFoundException();
        }

        var name = await db.Organisations.Where(o => o.Id == committee.Id).Select(o => o.Name).SingleAsync(ct);
        return (committee, new Actor(name, null));
    }

    /// <summary>A dossier of the committee and who reads it, tracked.</summary>
    /// <exception cref="NotFoundException">There is none.</exception>
    /// <exception cref="RuleBrokenException">Nobody reads it.</exception>
    public async Task<(Declaration Declaration, GroupReview Review)> FindAsync(
        ReviewCommittee committee, DeclarationId id, CancellationToken ct)
    {
        var declaration = await db.Declarations.SingleOrDefaultAsync(d => d.Id == id && d.Committee == committee.Id, ct)
            ?? throw new NotFoundException();
        var review = declaration.Status == DeclarationStatus.UnderGroupReview
            ? await db.StandingReviews(id).FirstOrDefaultAsync(ct)
            : null;
        AssignmentRules.BeingRead.Require(review is not null);
        return (declaration, review!);
    }

    /// <summary>What readers of the committee's dossiers have still to hand in.</summary>
    public IQueryable<WorkItem> OpenTasks(ReviewCommittee committee) => db.WorkItems.Where(w =>
        w.Status == WorkItemStatus.Open && w.Form == "expert-opinion" && w.Assignee != null
        && db.Declarations.Any(d => d.Id == w.Declaration && d.Committee == committee.Id));

    /// <summary>The office's reminders of today.</summary>
    public IQueryable<Notice> RemindedToday()
    {
        var since = clock.Today().StartsAt();
        return db.Notices.Where(n => n.Text == RemindReader.Text && n.At >= since);
    }

    /// <summary>Takes the open tasks of some readers away, or all of the group's, and tells whoever had them.</summary>
    public async Task WithdrawAsync(Declaration declaration, IReadOnlyCollection<PersonId>? readers, CancellationToken ct)
    {
        var items = await db.WorkItems
            .Where(w => w.Declaration == declaration.Id && w.Status == WorkItemStatus.Open)
            .Where(w => w.Form == "expert-opinion" || w.Form == "group-assignment").OrderBy(w => w.Id).ToListAsync(ct);
        foreach (var item in items.Where(i => readers is null || (i is PersonalTask && readers.Contains(i.Assignee!.Value))))
        {
            item.Withdraw(clock.GetUtcNow());
            if (item is PersonalTask { Assignee: { } reader })
            {
                await notices.TellAsync(reader, "assessments.notice.reading-withdrawn", null, ct, declaration.Number);
            }
        }
    }
}
