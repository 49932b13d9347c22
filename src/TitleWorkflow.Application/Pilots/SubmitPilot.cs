using MediatR;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Pilots;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Pilots;

/// <summary>The unit hands its application in; refused while a line of its standard lies below the national floor.</summary>
public static class SubmitPilot
{
    /// <param name="Application">The application.</param>
    public sealed record Command(PilotApplicationId Application) : IRequest, ICommand
    {
        string ICommand.Subject => Application.ToString();
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct) =>
            (await db.FindOwnPilotAsync(user, command.Application, ct)).Submit(clock.GetUtcNow());
    }
}
