using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Persistence;
using TitleWorkflow.Persistence.Accounts;

namespace TitleWorkflow.Application.Accounts;

/// <summary>An invited person chooses a password, once.</summary>
public static class AcceptInvitation
{
    /// <summary>Shortest password.</summary>
    public const int ShortestPassword = 10;

    /// <param name="Code">The code of the invitation.</param>
    /// <param name="Password">The password chosen.</param>
    public sealed record Command(string Code, string Password) : IRequest<Result>, ICommand
    {
        bool ICommand.KeepsAnswer => false;

        /// <summary>Tells nothing, so that no log can.</summary>
        public override string ToString() => nameof(AcceptInvitation);
    }

    /// <param name="UserName">Name to sign in with.</param>
    public sealed record Result(string UserName);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Password).NotEmpty().MinimumLength(ShortestPassword).MaximumLength(200);
    }

    internal sealed class Handler(TitleDb db, IPasswordHasher<Account> hasher, TimeProvider clock, CommandJournal journal)
        : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var now = clock.GetUtcNow();
            var hash = Invitation.Hash(command.Code);
            var invitation = await db.Invitations.SingleOrDefaultAsync(i => i.CodeHash == hash, ct) ?? throw new NotFoundException();
            AccountSliceRules.InvitationValid.Require(invitation.UsedAt is null && invitation.LapsesAt > now);
            invitation.UsedAt = now;
            var account = await db.Users.SingleAsync(u => u.Person == invitation.Person, ct);
            account.PasswordHash = hasher.HashPassword(account, command.Password);
            journal.Detail = invitation.Person.ToString();
            return new Result(account.UserName!);
        }
    }
}
