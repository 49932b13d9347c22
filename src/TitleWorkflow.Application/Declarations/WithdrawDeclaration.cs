using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Notices;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Declarations;

/// <summary>An applicant withdraws (撤回), as long as the meeting on the case has not opened; the flow is cancelled.</summary>
public static class WithdrawDeclaration
{
    /// <param name="Declaration">The case.</param>
    /// <param name="Reason">Why; may be empty.</param>
    public sealed record Command(DeclarationId Declaration, string? Reason = null) : IRequest, ICommand
    {
        string ICommand.Subject => Declaration.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).MaximumLength(500);
    }

    internal sealed class Handler(
        TitleDb db, ICurrentUser user, DeclarationAccess access, NoticeDesk notices, TimeProvider clock)
        : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            var declaration = await access.FindOwnAsync(command.Declaration, ct);
            var listed = await db.MeetingCases.SingleOrDefaultAsync(c => c.Declaration == declaration.Id && c.IsLive, ct);
            var meeting = listed is null ? null : await db.Meetings.SingleAsync(m => m.Id == listed.Meeting, ct);
            declaration.Withdraw(
                command.Reason?.Trim() ?? "", meeting is not null && meeting.Status != MeetingStatus.Planned,
                new Actor(null, user.Name), clock.GetUtcNow());
            if (meeting is not null)
            {
                // The meeting may open in the same instant; then it was first.
                db.HoldUnchanged(meeting);
                listed!.Defer();
            }

            if (declaration.SubmittedAt is not null)
            {
                await notices.TellHoldersAsync(
                    Role.EmployerHr, declaration.Employer, "notice.withdrawn", $"/declarations/{declaration.Id}", ct,
                    declaration.Number, user.Name);
            }
        }
    }
}
