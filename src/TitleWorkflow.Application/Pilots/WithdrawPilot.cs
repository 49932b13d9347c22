using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Notices;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Pilots;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Pilots;

/// <summary>
/// The city takes a pilot's authorisation back (撤销授权): its plans close, its committee takes on nothing new and finishes what it
/// had accepted.
/// </summary>
public static class WithdrawPilot
{
    /// <param name="Application">The application that was authorised.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Command(PilotApplicationId Application, string Reason) : IRequest, ICommand
    {
        string ICommand.Subject => Application.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).MaximumLength(1000);
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user, NoticeDesk notices, TimeProvider clock, CommandJournal journal)
        : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            var application = await db.FindPilotToDecideAsync(user, command.Application, ct);
            var (today, now) = (clock.Today(), clock.GetUtcNow());
            application.Withdraw(command.Reason, user.Person!.Value, now);

            // An authorisation that begins later, or one that it renews and that still runs, goes with it.
            var others = await db.PilotApplications
                .Where(a => a.Id != application.Id && a.Committee == application.Committee && a.Status == PilotStatus.Authorised)
                .ToListAsync(ct);
            foreach (var other in others.Where(o => o.Authorization!.To >= today))
            {
                other.Withdraw(command.Reason, user.Person!.Value, now);
            }

            (await db.Committees.SingleAsync(c => c.Id == application.Committee, ct)).Withdraw(today);
            foreach (var plan in await db.Plans.Where(p => p.Committee == application.Committee && p.ClosesOn >= today).ToListAsync(ct))
            {
                plan.CloseBefore(today);
            }

            await notices.TellAsync(
                application.Scope.Secretary, "notice.pilot-withdrawn", $"/pilots/{application.Id}", ct, application.Number,
                application.WithdrawalReason!);
            journal.Detail = application.WithdrawalReason!;
        }
    }
}
