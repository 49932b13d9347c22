using FluentValidation;
using MediatR;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Instances;
using TitleWorkflow.Engine;
using TitleWorkflow.Engine.State;

namespace TitleWorkflow.Application.Instances;

/// <summary>
/// An administrator has a failed step executed again, for a reason; a halted flow runs on with everything the failure froze.
/// </summary>
public static class RetryIncident
{
    /// <param name="Instance">The instance.</param>
    /// <param name="Incident">Which incident; null for all that can be retried.</param>
    /// <param name="Reason">Why it may work now.</param>
    public sealed record Command(string Instance, string? Incident, string Reason) : IRequest<Result>, ICommand
    {
        string ICommand.Subject => Instance;
    }

    /// <param name="State">How the flow stands now.</param>
    /// <param name="FailedAgain">Whether a step failed in the new attempt; that is an incident of its own.</param>
    public sealed record Result(ListInstances.State State, bool FailedAgain);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Incident).MaximumLength(200);
            RuleFor(c => c.Reason).MaximumLength(500);
        }
    }

    internal sealed class Handler(WorkflowEngine engine, InstanceFiles files, ICurrentUser user, CommandJournal journal)
        : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            InterventionRules.ReasonGiven.Require(!string.IsNullOrWhiteSpace(command.Reason));
            var file = await files.FindAsync(command.Instance, ct);
            var open = file.Instance.Incidents.Any(i => i is { IsOpen: true, Kind: not IncidentKind.Stuck }
                && (command.Incident is null || i.Id == command.Incident));
            InstanceRules.IncidentOpen.Require(open);
            var run = (await engine.RetryAsync(
                command.Instance, command.Incident, user.Person!.Value.ToString(), command.Reason.Trim(), ct))!;
            journal.Detail = command.Reason.Trim();
            return new Result(InstanceSight.StateOf(run.Status, run.SubStatus), run.NewIncidents.Count > 0);
        }
    }
}
