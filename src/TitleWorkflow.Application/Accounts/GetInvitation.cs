using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Persistence;
using TitleWorkflow.Persistence.Accounts;

namespace TitleWorkflow.Application.Accounts;

/// <summary>Whom an invitation is for, before a password is chosen; whoever has the code may know.</summary>
public static class GetInvitation
{
    /// <param name="Code">The code.</param>
    public sealed record Query(string Code) : IRequest<Result>;

    /// <param name="MaskedName">Whom it is for: 方**.</param>
    /// <param name="UserName">Name of the account.</param>
    /// <param name="IsOpen">Whether it can still be used.</param>
    public sealed record Result(string MaskedName, string UserName, bool IsOpen);

    internal sealed class Handler(TitleDb db, TimeProvider clock) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var hash = Invitation.Hash(query.Code);
            var now = clock.GetUtcNow();
            var found = await (
                from invitation in db.Invitations.AsNoTracking()
                where invitation.CodeHash == hash
                join person in db.People on invitation.Person equals person.Id
                join account in db.Users on invitation.Person equals account.Person
                select new { Person = person, account.UserName, IsOpen = invitation.UsedAt == null && invitation.LapsesAt > now }).SingleOrDefaultAsync(ct);
            return found is null ? throw new NotFoundException() : new Result(found.Person.MaskedName, found.UserName!, found.IsOpen);
        }
    }
}
