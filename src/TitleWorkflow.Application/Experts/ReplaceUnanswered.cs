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

/// <summary>The office has everybody replaced who has not answered in time, without learning who they are.</summary>
public static class ReplaceUnanswered
{
    /// <param name="Draw">The draw.</param>
    public sealed record Command(ExpertDrawId Draw) : IRequest, ICommand
    {
        string ICommand.Subject => Draw.ToString();
    }

    internal sealed class Handler(
        TitleDb db, OfficialCalendar calendar, NoticeDesk notices, ICurrentUser user, TimeProvider clock, CommandJournal journal)
        : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            var draw = await db.DrawsOf(user).FindDrawAsync(command.Draw, ct);
            var plan = await db.Plans.AsNoTracking().SingleAsync(p => p.Id == draw.Plan, ct);
            var rules = await db.RuleSets.AsNoTracking().SingleAsync(r => r.Id == plan.RuleSet, ct);
            var answerBy = (await calendar.GetAsync(ct)).Window(clock.Today(), rules[Parameter.DrawAnswerDays]).LastDay;
            var invited = draw.ReplaceUnanswered(answerBy, clock.GetUtcNow());
            foreach (var expert in invited)
            {
                await notices.InviteAsync(expert, draw, ct);
            }

            journal.Detail = $"{invited.Count} invited instead";
        }
    }
}
