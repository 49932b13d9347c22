using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>An attending member votes on the case that is open, once and in secret (无记名投票).</summary>
public static class CastBallot
{
    /// <param name="Meeting">The meeting.</param>
    /// <param name="Case">The case.</param>
    /// <param name="Choice">Yes, no or abstain.</param>
    public sealed record Command(MeetingId Meeting, MeetingCaseId Case, BallotChoice Choice) : IRequest<Result>, ICommand
    {
        string ICommand.Subject => Case.ToString();

        /// <summary>Tells nothing, so that no log can.</summary>
        public override string ToString() => nameof(CastBallot);
    }

    /// <param name="Receipt">Proves that a ballot was cast, not which; listed after the close.</param>
    public sealed record Result(string Receipt);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Choice).IsInEnum();
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var meeting = await db.FindMeetingAsync(user, command.Meeting, MeetingViewer.Member, ct);
            var @case = await db.FindCaseAsync(meeting, command.Case, ct);
            var voter = user.Person!.Value;
            var hasVoted = await db.BallotReceipts.AnyAsync(r => r.Case == @case.Id && r.Voter == voter, ct);

            // Receipt and sealed ballot share no key, order or time, so no reader of the tables can join the two.
            var (receipt, ballot) = @case.Cast(meeting, voter, command.Choice, hasVoted);
            db.BallotReceipts.Add(receipt);
            db.SealedBallots.Add(ballot);

            // Whoever closes the voting or marks this member absent at the same instant makes the cast start again.
            db.HoldUnchanged(@case);
            db.HoldUnchanged(meeting);
            return new Result(receipt.Code);
        }
    }
}
