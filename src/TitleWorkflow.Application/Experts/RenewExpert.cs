using MediatR;
using TitleWorkflow.Application.Notices;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.RuleSets;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Experts;

/// <summary>The organising unit appoints an evaluated member of its pool for a further term (续聘).</summary>
public static class RenewExpert
{
    /// <param name="Expert">Who.</param>
    public sealed record Command(PersonId Expert) : IRequest, ICommand
    {
        string ICommand.Subject => Expert.ToString();
    }

    internal sealed class Handler(TitleDb db, NoticeDesk notices, ICurrentUser user, TimeProvider clock, CommandJournal journal)
        : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            var expert = await db.FindExpertAsync(user, command.Expert, ct);
            var (today, next) = (clock.Today(), expert.TermTo?.AddDays(1) ?? clock.Today());
            var from = next > today ? next : today;
            var to = from.AddYears((await db.PoolRulesAsync(expert.Unit, today.Year, ct))(Parameter.ExpertTermYears)).AddDays(-1);
            expert.Renew(from, to, user.Name, clock.GetUtcNow());
            db.Grants.Add(new Grant(expert.Person, Role.Expert, expert.Unit, from, to));
            await notices.TellAsync(expert.Person, "notice.expert-renewed", "/experts/me", ct, $"{from:yyyy-MM-dd}", $"{to:yyyy-MM-dd}");
            journal.Detail = $"{from:yyyy-MM-dd} to {to:yyyy-MM-dd}";
        }
    }
}
