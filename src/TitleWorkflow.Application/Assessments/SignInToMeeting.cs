using FluentValidation;
using MediatR;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>A member in the room signs in (签到) on their own device, with the code that the screen shows for a minute.</summary>
public static class SignInToMeeting
{
    /// <param name="Meeting">The meeting.</param>
    /// <param name="Code">Six digits, as read.</param>
    public sealed record Command(MeetingId Meeting, string Code) : IRequest, ICommand
    {
        string ICommand.Subject => Meeting.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Code).MaximumLength(20);
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user, TimeProvider clock, CommandJournal journal) : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            var meeting = await db.FindMeetingAsync(user, command.Meeting, MeetingViewer.Member, ct);
            meeting.SignIn(user.Person!.Value, command.Code, clock.GetUtcNow());
            journal.Detail = $"+ P={meeting.Present}";
        }
    }
}
