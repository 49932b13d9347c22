using FluentValidation;
using MediatR;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Instances;
using TitleWorkflow.Engine;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Instances;

/// <summary>
/// Lets a running flow go on in another version, for a reason, exactly as it was previewed; no finished step is repeated.
/// </summary>
public static class MigrateInstance
{
    /// <param name="Instance">The instance.</param>
    /// <param name="Target">The version to go on in.</param>
    /// <param name="Map">Where open steps go that have no place of their own: path to path.</param>
    /// <param name="Preview">What the preview gave.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Command(
        string Instance, string Target, IReadOnlyDictionary<string, string> Map, string Preview, string Reason) : IRequest, ICommand
    {
        string ICommand.Subject => Instance;
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        private const int Most = 100;

        public Validator()
        {
            RuleFor(c => c.Map).Must(m => m.Count <= Most);
            RuleFor(c => c.Preview).NotEmpty().MaximumLength(100);
            RuleFor(c => c.Reason).MaximumLength(500);
        }
    }

    internal sealed class Handler(
        TitleDb db, WorkflowEngine engine, InstanceFiles files, StatutoryActs acts, ICurrentUser user, CommandJournal journal)
        : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            InterventionRules.ReasonGiven.Require(!string.IsNullOrWhiteSpace(command.Reason));
            var plan = await MigrationPlan.ReadAsync(db, files, acts, command.Instance, command.Target, command.Map, ct);
            InstanceRules.PreviewCurrent.Require(command.Preview == plan.Token);
            var result = await engine.AlterAsync(
                plan.Request(user.Person!.Value.ToString(), command.Reason.Trim(), isDryRun: false), ct);
            InstanceRules.StepsFound.Require(result!.IsPossible && result.OpenActivities.All(plan.Fits));
            journal.Detail = $"{plan.File.Row.VersionId} → {plan.Target.Id}: {command.Reason.Trim()}";
        }
    }
}
