using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Experts;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Experts;

/// <summary>
/// A relation to somebody who may apply goes on record before a draw: declared by the expert, or recorded by the office.
/// </summary>
public static class DeclareRelation
{
    /// <param name="Expert">The expert; null for oneself.</param>
    /// <param name="Kind">Which relation.</param>
    /// <param name="OtherName">The other's name; a firm's where two firms are tied.</param>
    /// <param name="OtherIdNumber">The other's identity number, if known: names alone may mean another.</param>
    /// <param name="Until">Last day of the common work; null while it lasts, and for kinship.</param>
    public sealed record Command(
        PersonId? Expert, RelationKind Kind, string OtherName, string? OtherIdNumber = null, DateOnly? Until = null)
        : IRequest, ICommand;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(TimeProvider clock)
        {
            RuleFor(c => c.Kind).IsInEnum();
            RuleFor(c => c.OtherName).NotEmpty().MaximumLength(60);
            RuleFor(c => c.OtherIdNumber).MaximumLength(20);
            RuleFor(c => c.Until).Must(d => d is null || d <= clock.Today());
        }
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            var expert = command.Expert is { } named
                ? await db.FindExpertAsync(user, named, ct)
                : await db.FindOwnMembershipAsync(user, ct);

            // Whether somebody of that number is known is not told: it would betray who has an account.
            var isFirm = command.Kind is RelationKind.Competing or RelationKind.Contracting;
            var number = isFirm ? "" : command.OtherIdNumber?.Trim() ?? "";
            var other = await db.People.Where(p => p.IdNumber == number).Select(p => (PersonId?)p.Id).SingleOrDefaultAsync(ct);
            db.ExpertRelations.Add(new ExpertRelation(
                expert.Person, command.Kind, other, command.OtherName, command.Until, clock.GetUtcNow()));
        }
    }
}
