using MediatR;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>The supervisor draws the code that is the other half of the key to the ballot boxes (监督口令).</summary>
public static class DrawSupervisorCode
{
    /// <param name="Meeting">The meeting.</param>
    public sealed record Command(MeetingId Meeting) : IRequest<Result>, ICommand
    {
        string ICommand.Subject => Meeting.ToString();

        // Shown once and stored nowhere: not even for a retry.
        bool ICommand.KeepsAnswer => false;
    }

    /// <param name="Code">The code; it cannot be shown again.</param>
    public sealed record Result(string Code)
    {
        /// <summary>Tells nothing, so that no log can.</summary>
        public override string ToString() => nameof(DrawSupervisorCode);
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var meeting = await db.FindMeetingAsync(user, command.Meeting, MeetingViewer.Supervisor, ct);
            return new Result(meeting.DrawSupervisorCode(user.Person!.Value));
        }
    }
}
