using FluentValidation;
using MediatR;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Experts;

/// <summary>The organising unit decides an objection against a candidate; an upheld one ends the candidacy.</summary>
public static class DecideObjection
{
    /// <param name="Expert">The candidate.</param>
    /// <param name="Number">Number of the objection, from 1.</param>
    /// <param name="Upheld">Whether it is right.</param>
    /// <param name="Finding">Why.</param>
    public sealed record Command(PersonId Expert, int Number, bool Upheld, string Finding) : IRequest, ICommand
    {
        string ICommand.Subject => Expert.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Finding).NotEmpty().MaximumLength(1000);
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct) => (await db.FindExpertAsync(user, command.Expert, ct))
            .DecideObjection(command.Number, command.Upheld, command.Finding, user.Name, clock.GetUtcNow());
    }
}
