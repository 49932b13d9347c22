using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>A code was lost, or somebody else presides now: both codes are forgotten and drawn again (作废口令).</summary>
public static class ForgetCodes
{
    /// <param name="Meeting">The meeting; no voting may be open in it.</param>
    /// <param name="Reason">Why; kept in the audit log.</param>
    public sealed record Command(MeetingId Meeting, string Reason) : IRequest, ICommand
    {
        string ICommand.Subject => Meeting.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(500);
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user, CommandJournal journal) : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            var (meeting, viewer) = await db.FindMeetingAsync(user, command.Meeting, ct);
            if (viewer is not (MeetingViewer.Office or MeetingViewer.Supervisor) && meeting.Presiding != user.Person)
            {
                throw new NotFoundException();
            }

            var cases = await db.MeetingCases.Where(c => c.Meeting == meeting.Id).ToListAsync(ct);
            meeting.ForgetCodes(
                cases.Any(c => c.Status == MeetingCaseStatus.Voting) || await db.RunOffOpenAsync(meeting, ct));

            // A voting that opens at the same instant rests on the codes; one of the two must come too late.
            cases.Where(c => c.Status == MeetingCaseStatus.Listed).ToList().ForEach(db.HoldUnchanged);
            journal.Detail = command.Reason;
        }
    }
}
