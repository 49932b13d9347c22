using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Committees;
using TitleWorkflow.Domain.Experts;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Experts;

/// <summary>When names are released and all have confirmed, the office names the chairs and the committee is seated (组成评委会).</summary>
public static class SeatDrawnCommittee
{
    /// <param name="Draw">The draw.</param>
    /// <param name="Director">Director, one of the members.</param>
    /// <param name="Deputies">Deputy directors, members too; may be none.</param>
    public sealed record Command(ExpertDrawId Draw, PersonId Director, IReadOnlyList<PersonId> Deputies) : IRequest, ICommand
    {
        string ICommand.Subject => Draw.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Deputies).NotNull().Must(d => d.Count <= 10);
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user, TimeProvider clock, CommandJournal journal)
        : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            var draw = await db.DrawsOf(user).FindDrawAsync(command.Draw, ct);
            var committee = await db.Committees.SingleAsync(c => c.Id == draw.Committee, ct);
            var seats = draw.Seat(command.Director, command.Deputies, clock.GetUtcNow());
            committee.Appoint(seats);

            var members = seats.Where(s => s.Position != CommitteePosition.Alternate).ToDictionary(s => s.Person);
            await foreach (var expert in db.Experts.Where(e => members.Keys.Contains(e.Person)).AsAsyncEnumerable().WithCancellation(ct))
            {
                expert.CountMeeting(draw.MeetingOn.Year);
            }

            await GrantAsync(committee.Id, members, ct);
            journal.Detail = $"N={committee.Size}";
        }

        // A seat without the role that goes with it could not be sat in.
        private async Task GrantAsync(
            OrganisationId committee, Dictionary<PersonId, CommitteeSeat> members, CancellationToken ct)
        {
            var today = clock.Today();
            var held = (await db.Grants
                    .Where(g => g.Organisation == committee && members.Keys.Contains(g.Person) && (g.To == null || g.To >= today))
                    .Select(g => new { g.Person, g.Role }).ToListAsync(ct))
                .Select(g => (g.Person, g.Role)).ToHashSet();
            db.Grants.AddRange(members.Values.SelectMany(RolesOf).Where(r => !held.Contains(r))
                .Select(r => new Grant(r.Person, r.Role, committee, today)));
        }

        private static IEnumerable<(PersonId Person, Role Role)> RolesOf(CommitteeSeat seat) => seat.Position switch
        {
            CommitteePosition.Director => [(seat.Person, Role.CommitteeDirector), (seat.Person, Role.Expert)],
            CommitteePosition.Deputy => [(seat.Person, Role.DeputyDirector), (seat.Person, Role.Expert)],
            _ => [(seat.Person, Role.Expert)],
        };
    }
}
