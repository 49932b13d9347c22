using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Notices;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>A member leaves a case because of an interest: declared by the member or ordered by the office (回避).</summary>
public static class RecuseMember
{
    /// <param name="Meeting">The meeting.</param>
    /// <param name="Case">The case.</param>
    /// <param name="Member">Who leaves; null for oneself. The office, which has no seat, names one.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Command(MeetingId Meeting, MeetingCaseId Case, PersonId? Member, string Reason) : IRequest, ICommand
    {
        string ICommand.Subject => Case.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).MaximumLength(500);
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user, NoticeDesk notices, CommandJournal journal)
        : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            var (meeting, viewer) = await db.FindMeetingAsync(user, command.Meeting, ct);
            var @case = await db.FindCaseAsync(meeting, command.Case, ct);
            if (viewer == MeetingViewer.Office && command.Member is null)
            {
                throw new ValidationException([new ValidationFailure(nameof(command.Member), "required") { ErrorCode = "NotNullValidator" }]);
            }

            var member = command.Member ?? user.Person!.Value;
            var mayAct = viewer == MeetingViewer.Office || (viewer == MeetingViewer.Member && member == user.Person);
            if (!mayAct || (viewer == MeetingViewer.Member && @case.IsRecused(member)) || meeting.Seats.All(s => s.Person != member))
            {
                throw new NotFoundException();
            }

            @case.Recuse(member, command.Reason);
            journal.Detail = $"{member}: {command.Reason}";
            if (member != user.Person)
            {
                var applicant = await db.Declarations.Where(d => d.Id == @case.Declaration)
                    .Select(d => db.People.Where(p => p.Id == d.Applicant).Select(p => p.Name).First()).SingleAsync(ct);
                await notices.TellAsync(member, "assessments.notice.recused", $"/meetings/{meeting.Id}", ct, applicant);
            }
        }
    }
}
