using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Applicants;
using TitleWorkflow.Application.Organisations;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;
using TitleWorkflow.Persistence.Accounts;

namespace TitleWorkflow.Application.Accounts;

/// <summary>
/// An office invites somebody of its area to sign in, or gives a lost invitation anew; the code is shown once, to be handed over on
/// paper, and stored nowhere.
/// </summary>
public static class InvitePerson
{
    /// <param name="Person">Who is invited.</param>
    public sealed record Command(PersonId Person) : IRequest<Result>, ICommand
    {
        string ICommand.Subject => Person.ToString();

        bool ICommand.KeepsAnswer => false;
    }

    /// <param name="Name">Who is invited.</param>
    /// <param name="UserName">Name of the account.</param>
    /// <param name="Code">The code, shown this once.</param>
    /// <param name="LapsesAt">When it lapses.</param>
    public sealed record Result(string Name, string UserName, string Code, DateTimeOffset LapsesAt);

    internal sealed class Handler(TitleDb db, ImportAccess access, InvitationDesk desk, TimeProvider clock)
        : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var area = db.AreaOf(access.Offices);
            var person = await db.People.AsNoTracking()
                .SingleOrDefaultAsync(p => p.Id == command.Person && p.Employer != null && area.Contains(p.Employer.Value), ct);
            var account = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Person == command.Person, ct);
            if (person is null || account is null)
            {
                throw new NotFoundException();
            }

            AccountSliceRules.NotSignedUp.Require(account.PasswordHash is null);
            var code = desk.Invite(person.Id, await db.Invitations.SingleOrDefaultAsync(i => i.Person == person.Id, ct));
            return new Result(person.Name, account.UserName!, code, clock.GetUtcNow().AddDays(Invitation.Days));
        }
    }
}
