using MediatR;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.Pilots;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Pilots;

/// <summary>The unit's district finds an application in order and passes it on to the city (区县审核).</summary>
public static class PassPilot
{
    /// <param name="Application">The application.</param>
    public sealed record Command(PilotApplicationId Application) : IRequest, ICommand
    {
        string ICommand.Subject => Application.ToString();
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct) =>
            (await db.FindPilotToDecideAsync(user, command.Application, ct, Role.DistrictOfficer))
                .PassOn(user.Person!.Value, clock.GetUtcNow());
    }
}
