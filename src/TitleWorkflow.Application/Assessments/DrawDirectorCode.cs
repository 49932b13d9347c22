using MediatR;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>The presiding director draws the code that is half of the key to the ballot boxes (主任委员口令).</summary>
public static class DrawDirectorCode
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
        public override string ToString() => nameof(DrawDirectorCode);
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var meeting = await db.FindMeetingAsync(user, command.Meeting, MeetingViewer.Member, ct);
            return new Result(meeting.DrawDirectorCode(user.Person!.Value));
        }
    }
}
