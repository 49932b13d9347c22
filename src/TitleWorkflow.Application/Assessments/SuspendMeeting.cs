using MediatR;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>The office interrupts an open meeting, for a break or so that somebody else can preside (休会).</summary>
public static class SuspendMeeting
{
    /// <param name="Meeting">The meeting.</param>
    public sealed record Command(MeetingId Meeting) : IRequest, ICommand
    {
        string ICommand.Subject => Meeting.ToString();
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user) : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            var meeting = await db.FindMeetingAsync(user, command.Meeting, MeetingViewer.Office, ct);
            meeting.Suspend();
        }
    }
}
