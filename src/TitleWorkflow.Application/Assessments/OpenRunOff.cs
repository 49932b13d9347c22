using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>The office opens the secret ballot of a run-off; the voters are fixed and the box gets its key (开启加投).</summary>
public static class OpenRunOff
{
    /// <param name="Meeting">The meeting.</param>
    /// <param name="RunOff">The run-off.</param>
    public sealed record Command(MeetingId Meeting, RunOffId RunOff) : IRequest, ICommand
    {
        string ICommand.Subject => RunOff.ToString();
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user, CommandJournal journal) : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            var meeting = await db.FindMeetingAsync(user, command.Meeting, MeetingViewer.Office, ct);
            var runOff = await db.FindRunOffAsync(meeting, command.RunOff, ct);
            var cases = await db.CasesOfAsync(runOff, ct);
            AssessmentSliceRules.OneVoting.Require(
                !await db.MeetingCases.AnyAsync(c => c.Meeting == meeting.Id && c.Status == MeetingCaseStatus.Voting, ct)
                && !await db.RunOffOpenAsync(meeting, ct));

            runOff.OpenVoting(meeting, cases);
            db.HoldUnchanged(meeting);
            cases.ForEach(db.HoldUnchanged);
            journal.Detail = $"P={runOff.Voters.Count} N={meeting.Size}";
        }
    }
}
