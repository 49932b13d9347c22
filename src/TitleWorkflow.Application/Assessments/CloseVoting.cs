using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>Both codes open the box: the ballots are counted together, shuffled and kept as plain choices (关闭表决).</summary>
public static class CloseVoting
{
    /// <param name="Meeting">The meeting.</param>
    /// <param name="Case">The case.</param>
    /// <param name="DirectorCode">The code the presiding director drew.</param>
    /// <param name="SupervisorCode">The code the supervisor drew.</param>
    public sealed record Command(MeetingId Meeting, MeetingCaseId Case, string DirectorCode, string SupervisorCode)
        : IRequest, ICommand
    {
        string ICommand.Subject => Case.ToString();

        /// <summary>Tells nothing, so that no log can.</summary>
        public override string ToString() => nameof(CloseVoting);
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.DirectorCode).NotEmpty().MaximumLength(40);
            RuleFor(c => c.SupervisorCode).NotEmpty().MaximumLength(40);
        }
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            var (meeting, viewer) = await db.FindMeetingAsync(user, command.Meeting, ct);
            var @case = await db.FindCaseAsync(meeting, command.Case, ct);
            if (viewer != MeetingViewer.Office && (meeting.Presiding != user.Person || @case.IsRecused(user.Person)))
            {
                throw new NotFoundException();
            }

            var ballots = await db.SealedBallots.Where(b => b.Case == @case.Id).ToListAsync(ct);
            var receipts = await db.BallotReceipts.CountAsync(r => r.Case == @case.Id, ct);
            var opened = @case.CloseVoting(
                meeting, command.DirectorCode, command.SupervisorCode, ballots, receipts, clock.GetUtcNow());

            // A ballot cast since they were read keeps the box from going: then all of this starts again and counts it too.
            db.SealedBallots.RemoveRange(ballots);
            db.OpenedBallots.AddRange(opened);
            db.HoldUnchanged(meeting);
        }
    }
}
