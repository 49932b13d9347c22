using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.WorkItems;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.WorkItems;

/// <summary>Counts what waits for the signed-in person: work, work due by today, work to take, manual decisions to make, notices to read.</summary>
public static class CountBadges
{
    public sealed record Query : IRequest<Result>;

    /// <summary>Counting ends here, which means "more than can be overlooked": a long list must not make every page slow.</summary>
    public const int Most = 100;

    /// <summary>Each at most <see cref="Most"/>.</summary>
    /// <param name="Mine">Open work the person has.</param>
    /// <param name="Urgent">Of it, what is overdue or due today.</param>
    /// <param name="Available">Open work the person may take.</param>
    /// <param name="Decisions">Manual decisions the person's organising units are asked for.</param>
    /// <param name="UnreadNotices">Notices not read yet.</param>
    public sealed record Result(int Mine, int Urgent, int Available, int Decisions, int UnreadNotices);

    internal sealed class Handler(TitleDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<Query, Result>
    {
        // Every page shows these. What is the person's own comes in one question, what each office has to give in one more.
        private static readonly HotQuery<PersonId, DateOnly, Result> Own = new((context, person, today) =>
            context.People.Where(p => p.Id == person).Select(p => new Result(
                context.WorkItems.Where(w => w.Status == WorkItemStatus.Open && w.Assignee == p.Id)
                    .OrderBy(w => w.InboxDay).ThenBy(w => w.Id).Take(Most).Count(),
                context.WorkItems.Where(w => w.Status == WorkItemStatus.Open && w.Assignee == p.Id && w.InboxDay <= today)
                    .OrderBy(w => w.InboxDay).ThenBy(w => w.Id).Take(Most).Count(),
                0,
                0,
                context.Notices.Where(n => n.Person == p.Id && n.ReadAt == null).OrderByDescending(n => n.Id).Take(Most).Count())));

        private static readonly HotQuery<Role, OrganisationId, int> Given = new((context, role, office) =>
            context.Organisations.Where(o => o.Id == office).Select(o =>
                context.WorkItems.Where(w => w.Status == WorkItemStatus.Open && w.Assignee == null && w.Role == role && w.Organisation == o.Id)
                    .OrderBy(w => w.InboxDay).ThenBy(w => w.Id).Take(Most).Count()));

        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            if (user.Person is not { } person || await Own.FirstAsync(db, person, clock.Today(), ct) is not { } own)
            {
                return new Result(0, 0, 0, 0, 0);
            }

            var offices = user.OfficesOf(Role.OrganisingOfficer);
            return own with
            {
                Available = await AvailableAsync(ct),
                Decisions = offices.Count == 0 ? 0 : await DecisionsAsync(offices, ct),
            };
        }

        private async Task<int> AvailableAsync(CancellationToken ct)
        {
            var available = 0;
            foreach (var (role, office) in user.Grants.Select(g => (g.Role, g.Organisation)).Distinct())
            {
                available += await Given.FirstAsync(db, role, office, ct);
            }

            return Math.Min(available, Most);
        }

        private Task<int> DecisionsAsync(IReadOnlyList<OrganisationId> offices, CancellationToken ct) => db.ManualDecisions
            .Where(d => d.IsEligible == null && offices.Contains(d.Office) && d.Person != user.Person).Take(Most).CountAsync(ct);
    }
}
