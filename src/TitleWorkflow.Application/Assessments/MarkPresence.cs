using FluentValidation;
using MediatR;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>The office marks members as being in the room or not (签到); a lost quorum suspends the meeting.</summary>
public static class MarkPresence
{
    /// <param name="Meeting">The meeting.</param>
    /// <param name="Members">Whom to mark; all others stay as they are.</param>
    /// <param name="Present">True if they are in the room.</param>
    public sealed record Command(MeetingId Meeting, IReadOnlyList<PersonId> Members, bool Present) : IRequest, ICommand
    {
        string ICommand.Subject => Meeting.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Members).NotEmpty().Must(m => m.Count <= 200);
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user, TimeProvider clock, CommandJournal journal)
        : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            var meeting = await db.FindMeetingAsync(user, command.Meeting, MeetingViewer.Office, ct);
            var now = clock.GetUtcNow();
            foreach (var member in command.Members)
            {
                meeting.MarkPresence(member, command.Present, now);
            }

            journal.Detail = $"{(command.Present ? "+" : "-")} {string.Join(' ', command.Members)} P={meeting.Present}";
        }
    }
}
