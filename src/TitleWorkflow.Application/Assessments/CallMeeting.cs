using System.Globalization;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Notices;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Assessments;

/// <summary>The committee's office calls a meeting and invites its members (召开评审会议).</summary>
public static class CallMeeting
{
    /// <param name="Committee">The committee.</param>
    /// <param name="HeldOn">Date of the meeting; today or later.</param>
    /// <param name="Place">Where.</param>
    public sealed record Command(OrganisationId Committee, DateOnly HeldOn, string Place) : IRequest<Result>, ICommand
    {
        string ICommand.Subject => Committee.ToString();
    }

    /// <param name="Meeting">The meeting called.</param>
    public sealed record Result(MeetingId Meeting);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(TimeProvider clock)
        {
            RuleFor(c => c.Place).NotEmpty().MaximumLength(200);
            RuleFor(c => c.HeldOn).Must(day => day >= clock.Today()).WithMessage("assessments.held-on.past");
        }
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user, NoticeDesk notices) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            if (!user.Has(Role.CommitteeOffice, command.Committee))
            {
                throw new NotFoundException();
            }

            var committee = await db.Committees.SingleOrDefaultAsync(c => c.Id == command.Committee, ct)
                ?? throw new NotFoundException();
            var meeting = CommitteeMeeting.Call(committee, command.HeldOn, command.Place.Trim());
            db.Meetings.Add(meeting);
            db.HoldUnchanged(committee);

            var name = await db.Organisations.Where(o => o.Id == committee.Id).Select(o => o.Name).SingleAsync(ct);
            var day = command.HeldOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            foreach (var seat in meeting.Seats)
            {
                await notices.TellAsync(seat.Person, "assessments.notice.meeting", $"/meetings/{meeting.Id}", ct, name, day, meeting.Place);
            }

            return new Result(meeting.Id);
        }
    }
}
