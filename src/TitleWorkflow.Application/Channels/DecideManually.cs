using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Notices;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Channels;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Channels;

/// <summary>An officer of the organising unit decides where the rules map nothing (人工认定); adviser and dossier checks go by it.</summary>
public static class DecideManually
{
    /// <param name="Decision">The decision asked for.</param>
    /// <param name="IsEligible">Whether the person may take the channel.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="Basis">The document it rests on.</param>
    public sealed record Command(ManualDecisionId Decision, bool IsEligible, string Reason, string Basis) : IRequest, ICommand
    {
        string ICommand.Subject => Decision.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Reason).NotEmpty().MaximumLength(1000);
            RuleFor(c => c.Basis).NotEmpty().MaximumLength(200);
        }
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user, NoticeDesk notices, CommandJournal journal, TimeProvider clock)
        : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            var offices = user.OfficesOf(Role.OrganisingOfficer);
            var decision = await db.ManualDecisions.SingleOrDefaultAsync(
                    d => d.Id == command.Decision && offices.Contains(d.Office) && d.Person != user.Person, ct)
                ?? throw new NotFoundException();
            decision.Decide(command.IsEligible, command.Reason, command.Basis, user.Person!.Value, clock.GetUtcNow());
            journal.Detail = $"{command.IsEligible}: {decision.Reason} ({decision.Basis})";
            await notices.TellAsync(
                decision.Person, command.IsEligible ? "notice.decision-eligible" : "notice.decision-not-eligible", "/decisions", ct,
                decision.Number, decision.Reason!, decision.Basis!);
        }
    }
}
