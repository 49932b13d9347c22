using FluentValidation;
using MediatR;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Instances;

namespace TitleWorkflow.Application.Instances;

/// <summary>An administrator asks to end a flow, and its case with it (终止); a second person decides.</summary>
public static class RequestCancel
{
    /// <param name="Instance">The instance.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Command(string Instance, string Reason) : IRequest<Result>, ICommand
    {
        string ICommand.Subject => Instance;
    }

    /// <param name="Intervention">The request.</param>
    public sealed record Result(InterventionId Intervention);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).MaximumLength(500);
    }

    internal sealed class Handler(
        InstanceFiles files, InterventionDesk desk, ICurrentUser user, TimeProvider clock, CommandJournal journal)
        : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var file = await files.FindAsync(command.Instance, ct);
            InstanceRules.NotOver.Require(!file.IsOver);

            // A lapsed case keeps its flow: the supervisor may still overturn the lapse.
            DeclarationRules.NotEnded.Require(file.Declaration?.Status != DeclarationStatus.DeemedWithdrawn);
            var request = Intervention.RequestCancel(
                file.Row.Id, file.Declaration?.Id, await desk.BallotOpenedAsync(file.Declaration, ct), command.Reason,
                user.Person!.Value, clock.GetUtcNow());
            await desk.AddAsync(request, file, ct);
            journal.Detail = request.Reason;
            return new Result(request.Id);
        }
    }
}
