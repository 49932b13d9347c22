using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>An attending member names one of those level at the line, or nobody, once and in secret (加投).</summary>
public static class CastRunOff
{
    /// <param name="Meeting">The meeting.</param>
    /// <param name="RunOff">The run-off.</param>
    /// <param name="Choice">The candidate named; null to abstain.</param>
    public sealed record Command(MeetingId Meeting, RunOffId RunOff, MeetingCaseId? Choice) : IRequest<Result>, ICommand
    {
        string ICommand.Subject => RunOff.ToString();

        /// <summary>Tells nothing, so that no log can.</summary>
        public override string ToString() => nameof(CastRunOff);
    }

    /// <param name="Receipt">Proves that a ballot was cast, not which; listed after the close.</param>
    public sealed record Result(string Receipt);

    internal sealed class Handler(TitleDb db, ICurrentUser user) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var meeting = await db.FindMeetingAsync(user, command.Meeting, MeetingViewer.Member, ct);
            var runOff = await db.FindRunOffAsync(meeting, command.RunOff, ct);
            var voter = user.Person!.Value;
            if ((await db.CasesOfAsync(runOff, ct)).Exists(c => c.IsRecused(voter)))
            {
                throw new NotFoundException();
            }

            var hasVoted = await db.RunOffReceipts.AnyAsync(r => r.RunOff == runOff.Id && r.Voter == voter, ct);
            var (receipt, ballot) = runOff.Cast(meeting, voter, command.Choice, hasVoted);
            db.RunOffReceipts.Add(receipt);
            db.SealedRunOffBallots.Add(ballot);

            // Whoever closes the voting or marks this member absent at the same instant makes the cast start again.
            db.HoldUnchanged(runOff);
            db.HoldUnchanged(meeting);
            return new Result(receipt.Code);
        }
    }
}
