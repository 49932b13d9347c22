using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Notices;
using TitleWorkflow.Application.Operation;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Experts;
using TitleWorkflow.Domain.RuleSets;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Experts;

/// <summary>The office posts everybody it has screened as a candidate of its pool (候选人公示).</summary>
public static class PostCandidates
{
    public sealed record Command : IRequest<Result>, ICommand;

    /// <param name="Posted">How many were posted.</param>
    /// <param name="LastDay">Last day of the publicity, till 24:00; null if nobody was posted.</param>
    public sealed record Result(int Posted, DateOnly? LastDay);

    internal sealed class Handler(
        TitleDb db, OfficialCalendar calendar, NoticeDesk notices, ICurrentUser user, TimeProvider clock, CommandJournal journal)
        : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var screened = await db.Experts
                .Where(e => e.State == ExpertState.Screened && db.PoolsOf(user).Contains(e.Unit)).ToListAsync(ct);
            var official = await calendar.GetAsync(ct);
            DateOnly? lastDay = null;
            foreach (var unit in screened.GroupBy(e => e.Unit))
            {
                var rules = await db.PoolRulesAsync(unit.Key, clock.Today().Year, ct);
                var window = official.Window(clock.Today(), rules(Parameter.ExpertPublicityDays));
                lastDay = window.LastDay;
                foreach (var expert in unit)
                {
                    expert.Post(window, user.Name, clock.GetUtcNow());
                    await notices.TellAsync(expert.Person, "notice.expert-posted", "/experts/me", ct, $"{window.LastDay:yyyy-MM-dd}");
                }
            }

            journal.Detail = $"{screened.Count} posted";
            return new Result(screened.Count, lastDay);
        }
    }
}
