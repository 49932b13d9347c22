using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Organisations;
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
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var today = clock.Today();
            var mine = db.OpenOf(user).MostUrgentFirst().Take(Most);
            var urgent = db.OpenOf(user).Where(w => w.InboxDay <= today).MostUrgentFirst().Take(Most);
            var available = db.AvailableTo(user, items => items.MostUrgentFirst().Take(Most)).Take(Most);

            // Every page shows these, so they come in one question.
            var counts = await db.People.Where(p => p.Id == user.Person)
                .Select(p => new Result(
                    mine.Count(),
                    urgent.Count(),
                    available.Count(),
                    0,
                    db.Notices.Where(n => n.Person == p.Id && n.ReadAt == null).OrderByDescending(n => n.Id).Take(Most).Count()))
                .SingleOrDefaultAsync(ct) ?? new Result(0, 0, 0, 0, 0);
            var offices = user.OfficesOf(Role.OrganisingOfficer);
            return offices.Count == 0 ? counts : counts with { Decisions = await DecisionsAsync(offices, ct) };
        }

        private Task<int> DecisionsAsync(IReadOnlyList<OrganisationId> offices, CancellationToken ct) => db.ManualDecisions
            .Where(d => d.IsEligible == null && offices.Contains(d.Office) && d.Person != user.Person).Take(Most).CountAsync(ct);
    }
}
