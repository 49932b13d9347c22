using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Instances;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Instances;

/// <summary>A second person declines a request with a reason; the flow stays as it is.</summary>
public static class DeclineIntervention
{
    /// <param name="Intervention">The request.</param>
    /// <param name="Reason">Why not.</param>
    public sealed record Command(InterventionId Intervention, string Reason) : IRequest, ICommand
    {
        string ICommand.Subject => Intervention.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).MaximumLength(500);
    }

    internal sealed class Handler(
        TitleDb db, InstanceFiles files, InterventionDesk desk, ICurrentUser user, TimeProvider clock, CommandJournal journal)
        : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            var request = await db.Interventions.SingleOrDefaultAsync(i => i.Id == command.Intervention, ct)
                ?? throw new NotFoundException();
            request.Decline(command.Reason, user.Person!.Value, clock.GetUtcNow());
            await desk.TellRequesterAsync(request, await files.FindAsync(request.InstanceId, ct), ct);
            journal.Detail = request.Remark!;
        }
    }
}
