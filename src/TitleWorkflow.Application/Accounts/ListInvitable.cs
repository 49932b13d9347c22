using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Applicants;
using TitleWorkflow.Application.Organisations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Accounts;

/// <summary>People of an office's area who have an account but have never chosen a password, by the name of the account.</summary>
public static class ListInvitable
{
    private const int PageSize = 25;

    /// <param name="After">Shows accounts with later names.</param>
    public sealed record Query(string? After = null) : IRequest<Result>;

    /// <param name="Items">One page.</param>
    /// <param name="Next">Where the next page begins; null on the last.</param>
    public sealed record Result(IReadOnlyList<Row> Items, string? Next);

    /// <param name="Person">Who.</param>
    /// <param name="Name">Full name.</param>
    /// <param name="Employer">Where they work.</param>
    /// <param name="UserName">Name of the account.</param>
    /// <param name="InvitedUntil">Until when an invitation can be used; null if they have none that can.</param>
    public sealed record Row(PersonId Person, string Name, string Employer, string UserName, DateTimeOffset? InvitedUntil);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.After).MaximumLength(256);
    }

    internal sealed class Handler(TitleDb db, ImportAccess access, TimeProvider clock) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var area = db.AreaOf(access.Offices);
            var now = clock.GetUtcNow();
            var after = query.After ?? "";
            var rows = await (
                from account in db.Users.AsNoTracking()
                where account.PasswordHash == null && string.Compare(account.UserName, after) > 0
                join person in db.People on account.Person equals person.Id
                where person.Employer != null && area.Contains(person.Employer.Value)
                join employer in db.Organisations on person.Employer equals employer.Id
                orderby account.UserName
                select new Row(
                    person.Id, person.Name, employer.Name, account.UserName!,
                    db.Invitations.Where(i => i.Person == person.Id && i.LapsesAt > now).Select(i => (DateTimeOffset?)i.LapsesAt).SingleOrDefault()))
                .Take(PageSize + 1).ToListAsync(ct);
            return new Result([.. rows.Take(PageSize)], rows.Count > PageSize ? rows[PageSize - 1].UserName : null);
        }
    }
}
