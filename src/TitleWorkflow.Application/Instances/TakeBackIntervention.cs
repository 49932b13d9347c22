using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Instances;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Instances;

/// <summary>Who asked to intervene takes the request back before it is decided.</summary>
public static class TakeBackIntervention
{
    /// <param name="Intervention">The request.</param>
    public sealed record Command(InterventionId Intervention) : IRequest, ICommand
    {
        string ICommand.Subject => Intervention.ToString();
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            var request = await db.Interventions.SingleOrDefaultAsync(i => i.Id == command.Intervention, ct)
                ?? throw new NotFoundException();
            request.TakeBack(user.Person!.Value, clock.GetUtcNow());
        }
    }
}
