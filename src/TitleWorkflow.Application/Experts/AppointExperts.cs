using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Notices;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Experts;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.RuleSets;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Experts;

/// <summary>
/// The organising unit appoints every candidate who is ready: publicity over, no objection open, consent given (聘任).
/// </summary>
public static class AppointExperts
{
    public sealed record Command : IRequest<Result>, ICommand;

    /// <param name="Appointed">How many were appointed.</param>
    /// <param name="TermTo">Last day of their term; null if nobody was.</param>
    public sealed record Result(int Appointed, DateOnly? TermTo);

    internal sealed class Handler(
        TitleDb db, NoticeDesk notices, ICurrentUser user, TimeProvider clock, CommandJournal journal)
        : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var (today, now) = (clock.Today(), clock.GetUtcNow());
            var units = user.OfficesOf(Role.OrganisingOfficer);
            var ready = (await db.Experts
                    .Where(e => e.State == ExpertState.InPublicity && e.Consents == true && e.PostedTo < today && units.Contains(e.Unit))
                    .ToListAsync(ct))
                .Where(e => e.Objections.TrueForAll(o => o.Upheld is not null)).ToList();
            DateOnly? to = null;
            foreach (var unit in ready.GroupBy(e => e.Unit))
            {
                to = today.AddYears((await db.PoolRulesAsync(unit.Key, today.Year, ct))(Parameter.ExpertTermYears)).AddDays(-1);
                foreach (var expert in unit)
                {
                    expert.Appoint(today, to.Value, user.Name, now);
                    db.Grants.Add(new Grant(expert.Person, Role.Expert, unit.Key, today, to));
                    await notices.TellAsync(expert.Person, "notice.expert-appointed", "/experts/me", ct, $"{to:yyyy-MM-dd}");
                }
            }

            journal.Detail = $"{ready.Count} appointed";
            return new Result(ready.Count, to);
        }
    }
}
