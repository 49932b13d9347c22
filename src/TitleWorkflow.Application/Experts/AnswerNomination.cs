using MediatR;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Experts;

/// <summary>A posted candidate consents to serve in the pool, or declines (本人意愿).</summary>
public static class AnswerNomination
{
    /// <param name="Consents">True to serve.</param>
    public sealed record Command(bool Consents) : IRequest, ICommand;

    internal sealed class Handler(TitleDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct) =>
            (await db.FindOwnMembershipAsync(user, ct)).AnswerNomination(command.Consents, user.Name, clock.GetUtcNow());
    }
}
