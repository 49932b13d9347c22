using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Committees;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Committees;

/// <summary>The office, or the unit that set the committee up, seats the whole committee from the expert pool (组建评委会).</summary>
public static class AppointMembers
{
    /// <param name="Committee">The committee.</param>
    /// <param name="Seats">Everybody who is to sit in it from now on, alternates among them.</param>
    public sealed record Command(OrganisationId Committee, IReadOnlyList<CommitteeSeat> Seats) : IRequest, ICommand
    {
        string ICommand.Subject => Committee.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Seats).NotEmpty().Must(s => s.Count <= 200);
            RuleForEach(c => c.Seats).ChildRules(s => s.RuleFor(x => x.Position).IsInEnum());
        }
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user, TimeProvider clock, CommandJournal journal)
        : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            var committee = await db.FindCommitteeAsync(user, command.Committee, ct);
            if (!user.Appoints(committee))
            {
                throw new NotFoundException();
            }

            var people = command.Seats.Select(s => s.Person).ToList();
            var today = clock.Today();
            var experts = await db.Experts.AsNoTracking().Where(e => people.Contains(e.Person)).ToListAsync(ct);
            var fit = experts
                .Where(e => e.Unit == committee.OrganisingUnit && e.Series == committee.Series && e.Level >= committee.Level && e.ServesOn(today))
                .Select(e => e.Person).ToHashSet();
            CommitteeSliceRules.FromPool.Require(people.All(fit.Contains));

            committee.Appoint(command.Seats);
            journal.Detail = $"N={committee.Size}";
        }
    }
}
