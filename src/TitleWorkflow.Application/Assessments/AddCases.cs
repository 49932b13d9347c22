using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>The office puts declarations that wait for the committee on a meeting's agenda (上会).</summary>
public static class AddCases
{
    /// <param name="Meeting">The meeting.</param>
    /// <param name="Declarations">What is to be voted on, in the order of the agenda.</param>
    public sealed record Command(MeetingId Meeting, IReadOnlyList<DeclarationId> Declarations) : IRequest, ICommand
    {
        string ICommand.Subject => Meeting.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Declarations)
            .NotEmpty().WithMessage("assessments.none-chosen")
            .Must(d => d.Count <= 500);
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            var meeting = await db.FindMeetingAsync(user, command.Meeting, MeetingViewer.Office, ct);
            var ids = command.Declarations.Distinct().ToList();
            var waiting = await db.Declarations
                .Where(d => ids.Contains(d.Id) && d.Committee == meeting.Committee)
                .Where(d => d.Status == DeclarationStatus.AwaitingMeeting)
                .Where(d => !db.MeetingCases.Any(c => c.Declaration == d.Id && c.IsLive))
                .ToDictionaryAsync(d => d.Id, ct);
            AssessmentSliceRules.CaseAwaitsMeeting.Require(waiting.Count == ids.Count);

            var last = await db.MeetingCases.Where(c => c.Meeting == meeting.Id).MaxAsync(c => (int?)c.Position, ct) ?? 0;
            var left = await db.LeftAsync(ids, ct);
            var committee = await db.Committees.AsNoTracking().SingleAsync(c => c.Id == meeting.Committee, ct);
            var known = (await new AssignmentFacts(db, clock).CasesAsync(committee, ids, ct)).ToDictionary(c => c.Declaration, c => c.Excluded);
            foreach (var declaration in ids.Select(id => waiting[id]))
            {
                var @case = new MeetingCase(meeting, declaration.Id, ++last);
                if (meeting.Seats.Any(s => s.Person == declaration.Applicant))
                {
                    // Nobody sits over their own case.
                    @case.Recuse(declaration.Applicant, "本人申报");
                }

                // Who left the case before, or should have, takes no part in the vote on it either.
                foreach (var (person, reason) in left[declaration.Id].Where(r => meeting.Seats.Any(s => s.Person == r.Person)))
                {
                    @case.Recuse(person, reason);
                }

                // What the archive knows is ordered by the office, whether or not the member says so (art. 25).
                foreach (var seat in meeting.Seats.Where(s => known[declaration.Id].Contains(s.Person) && !@case.IsRecused(s.Person)))
                {
                    @case.Recuse(seat.Person, "档案载明的回避情形");
                }

                db.MeetingCases.Add(@case);
                db.HoldUnchanged(declaration);
            }

            db.HoldUnchanged(meeting);
        }
    }
}
