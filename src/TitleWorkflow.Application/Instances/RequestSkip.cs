using FluentValidation;
using MediatR;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Instances;

namespace TitleWorkflow.Application.Instances;

/// <summary>An administrator asks to skip a step that failed or waits (跳转); a second person decides.</summary>
public static class RequestSkip
{
    /// <param name="Instance">The instance.</param>
    /// <param name="Execution">The execution of the step.</param>
    /// <param name="Outcome">How it shall count as done; null where it offers no choice.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Command(string Instance, string Execution, string? Outcome, string Reason) : IRequest<Result>, ICommand
    {
        string ICommand.Subject => Instance;
    }

    /// <param name="Intervention">The request.</param>
    public sealed record Result(InterventionId Intervention);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Outcome).MaximumLength(80);
            RuleFor(c => c.Reason).MaximumLength(500);
        }
    }

    internal sealed class Handler(
        InstanceFiles files, StatutoryActs acts, InterventionDesk desk, ICurrentUser user, TimeProvider clock, CommandJournal journal)
        : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var file = await files.FindAsync(command.Instance, ct);
            var request = Intervention.RequestSkip(
                file.Row.Id, file.Declaration?.Id, Step(file, command), await desk.BallotOpenedAsync(file.Declaration, ct),
                command.Reason, user.Person!.Value, clock.GetUtcNow());
            await desk.AddAsync(request, file, ct);
            journal.Detail = $"{request.Step} → {request.Outcome}: {request.Reason}";
            return new Result(request.Id);
        }

        private SkippedStep Step(InstanceFile file, Command command)
        {
            var open = file.OpenStep(command.Execution);
            InstanceRules.StepOpen.Require(open is not null);
            var node = file.NodeAt(open!.NodeId);
            InterventionRules.OfficeDecides.Require(node is not null);
            var outcomes = acts.OutcomesOf(node!);
            var outcome = string.IsNullOrEmpty(command.Outcome) ? null : command.Outcome;
            InstanceRules.OutcomeDrawn.Require(outcomes.Count == 0 ? outcome is null : outcomes.Contains(outcome));
            var name = file.StepAt(open.NodeId);
            return new SkippedStep(open.InstanceId, name.Text, name.English, outcome, acts.Of(node!, outcome));
        }
    }
}
