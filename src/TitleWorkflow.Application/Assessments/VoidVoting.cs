using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>A ballot whose code or quorum was lost is void: nobody ever reads it, and it is held again (表决作废).</summary>
public static class VoidVoting
{
    /// <param name="Meeting">The meeting.</param>
    /// <param name="Case">The case.</param>
    /// <param name="Reason">Why; kept in the audit log.</param>
    public sealed record Command(MeetingId Meeting, MeetingCaseId Case, string Reason) : IRequest, ICommand
    {
        string ICommand.Subject => Case.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(500);
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user, CommandJournal journal) : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            var meeting = await db.FindMeetingAsync(user, command.Meeting, MeetingViewer.Office, ct);
            var @case = await db.FindCaseAsync(meeting, command.Case, ct);
            @case.VoidVoting();
            db.SealedBallots.RemoveRange(await db.SealedBallots.Where(b => b.Case == @case.Id).ToListAsync(ct));
            db.BallotReceipts.RemoveRange(await db.BallotReceipts.Where(r => r.Case == @case.Id).ToListAsync(ct));
            journal.Detail = command.Reason;
        }
    }
}
