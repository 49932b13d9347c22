using FluentValidation;
using MediatR;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Pilots;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Pilots;

/// <summary>The unit changes its application while it is its own to change.</summary>
public static class RevisePilot
{
    /// <param name="Application">The application.</param>
    /// <param name="Scope">What is applied for now.</param>
    public sealed record Command(PilotApplicationId Application, PilotScope Scope) : IRequest, ICommand
    {
        string ICommand.Subject => Application.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Scope).NotNull().ChildRules(PilotScopeShape.Check);
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user) : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            var application = await db.FindOwnPilotAsync(user, command.Application, ct);
            await db.RequireSecretaryAsync(application.Unit, command.Scope, ct);
            application.Revise(command.Scope);
        }
    }
}
