using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>The office closes the meeting (散会); cases that were not voted on are put off to another one.</summary>
public static class CloseMeeting
{
    /// <param name="Meeting">The meeting.</param>
    public sealed record Command(MeetingId Meeting) : IRequest, ICommand
    {
        string ICommand.Subject => Meeting.ToString();
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user, TimeProvider clock, CommandJournal journal)
        : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            var meeting = await db.FindMeetingAsync(user, command.Meeting, MeetingViewer.Office, ct);
            var cases = await db.MeetingCases.Where(c => c.Meeting == meeting.Id).ToListAsync(ct);
            meeting.Close(
                cases.Any(c => c.Status == MeetingCaseStatus.Voting) || await db.RunOffOpenAsync(meeting, ct),
                clock.GetUtcNow(),
                cases.Any(c => c.AwaitsCap));
            var left = cases.Where(c => c.Status == MeetingCaseStatus.Listed).ToList();
            left.ForEach(c => c.Defer());
            journal.Detail = $"decided={cases.Count(c => c.Status == MeetingCaseStatus.Decided)} deferred={left.Count}";
        }
    }
}
