using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>A run-off whose code or quorum was lost is void: nobody ever reads it, and it is held again (加投作废).</summary>
public static class VoidRunOff
{
    /// <param name="Meeting">The meeting.</param>
    /// <param name="RunOff">The run-off.</param>
    /// <param name="Reason">Why; kept in the audit log.</param>
    public sealed record Command(MeetingId Meeting, RunOffId RunOff, string Reason) : IRequest, ICommand
    {
        string ICommand.Subject => RunOff.ToString();
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
            var runOff = await db.FindRunOffAsync(meeting, command.RunOff, ct);
            runOff.VoidVoting();
            db.SealedRunOffBallots.RemoveRange(await db.SealedRunOffBallots.Where(b => b.RunOff == runOff.Id).ToListAsync(ct));
            db.RunOffReceipts.RemoveRange(await db.RunOffReceipts.Where(r => r.RunOff == runOff.Id).ToListAsync(ct));
            journal.Detail = command.Reason;
        }
    }
}
