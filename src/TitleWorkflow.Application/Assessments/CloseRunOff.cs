using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>Both codes open the box of a run-off: the ballots are counted together, shuffled and kept as plain choices (关闭加投).</summary>
public static class CloseRunOff
{
    /// <param name="Meeting">The meeting.</param>
    /// <param name="RunOff">The run-off.</param>
    /// <param name="DirectorCode">The code the presiding director drew.</param>
    /// <param name="SupervisorCode">The code the supervisor drew.</param>
    public sealed record Command(MeetingId Meeting, RunOffId RunOff, string DirectorCode, string SupervisorCode)
        : IRequest, ICommand
    {
        string ICommand.Subject => RunOff.ToString();

        /// <summary>Tells nothing, so that no log can.</summary>
        public override string ToString() => nameof(CloseRunOff);
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
            var meeting = await db.FindMeetingAsync(user, command.Meeting, MeetingViewer.Office, ct);
            var runOff = await db.FindRunOffAsync(meeting, command.RunOff, ct);

            // Both in one statement: a ballot cast between two would look like one too many.
            var box = await db.RunOffs.Where(r => r.Id == runOff.Id).Select(r => new
            {
                Ballots = db.SealedRunOffBallots.Where(b => b.RunOff == r.Id).ToList(),
                Receipts = db.RunOffReceipts.Count(x => x.RunOff == r.Id),
            }).SingleAsync(ct);
            var opened = runOff.CloseVoting(
                meeting, await db.CasesOfAsync(runOff, ct), (command.DirectorCode, command.SupervisorCode), box.Ballots,
                box.Receipts, clock.GetUtcNow());

            // A ballot cast since they were read keeps the box from going: then all of this starts again and counts it too.
            db.SealedRunOffBallots.RemoveRange(box.Ballots);
            db.OpenedRunOffBallots.AddRange(opened);
            db.HoldUnchanged(meeting);
        }
    }
}
