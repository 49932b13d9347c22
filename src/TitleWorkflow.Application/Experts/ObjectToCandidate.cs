using FluentValidation;
using MediatR;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Experts;

/// <summary>The office files an objection it has received against a posted candidate (异议).</summary>
public static class ObjectToCandidate
{
    /// <param name="Expert">The candidate.</param>
    /// <param name="Text">What is objected.</param>
    public sealed record Command(PersonId Expert, string Text) : IRequest, ICommand
    {
        string ICommand.Subject => Expert.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Text).NotEmpty().MaximumLength(1000);
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct) =>
            (await db.FindExpertAsync(user, command.Expert, ct)).Object(command.Text, user.Name, clock.GetUtcNow());
    }
}
