using MediatR;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>The office opens a meeting that has its quorum, or takes it up again after a break (开会、复会).</summary>
public static class OpenMeeting
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
            meeting.Open(clock.GetUtcNow());
            journal.Detail = $"P={meeting.Present} N={meeting.Size}";
        }
    }
}
