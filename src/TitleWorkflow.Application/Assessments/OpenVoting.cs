using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>The office opens the secret ballot on one case; the voters are fixed and the box gets its key (开启表决).</summary>
public static class OpenVoting
{
    /// <param name="Meeting">The meeting.</param>
    /// <param name="Case">The case.</param>
    public sealed record Command(MeetingId Meeting, MeetingCaseId Case) : IRequest, ICommand
    {
        string ICommand.Subject => Case.ToString();
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user, CommandJournal journal) : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            var meeting = await db.FindMeetingAsync(user, command.Meeting, MeetingViewer.Office, ct);
            var @case = await db.FindCaseAsync(meeting, command.Case, ct);
            var declaration = await db.Declarations.SingleAsync(d => d.Id == @case.Declaration, ct);
            AssessmentSliceRules.OneVoting.Require(!await db.MeetingCases.AnyAsync(
                c => c.Meeting == meeting.Id && c.Id != @case.Id && c.Status == MeetingCaseStatus.Voting, ct)
                && !await db.RunOffOpenAsync(meeting, ct));

            // Withdrawn since it was listed: nothing is left to vote on.
            AssessmentRules.CaseListed.Require(declaration.Status == DeclarationStatus.AwaitingMeeting);

            @case.OpenVoting(meeting);
            db.HoldUnchanged(meeting);
            db.HoldUnchanged(declaration);
            journal.Detail = $"P={@case.Voters.Count} N={meeting.Size}";
        }
    }
}
