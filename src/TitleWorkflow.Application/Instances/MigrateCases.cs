using FluentValidation;
using MediatR;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Instances;
using TitleWorkflow.Engine;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Instances;

/// <summary>
/// Lets chosen cases go on in another version of their flow, for one reason, each as it was previewed. A case that has moved
/// meanwhile, or has no place there, stays as it is.
/// </summary>
public static class MigrateCases
{
    /// <param name="DefinitionId">The flow's id.</param>
    /// <param name="Target">The version to go on in.</param>
    /// <param name="Cases">The cases chosen; those of other flows stay as they are.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Command(string DefinitionId, string Target, IReadOnlyList<Case> Cases, string Reason) : IRequest<Result>, ICommand
    {
        string ICommand.Subject => DefinitionId;
    }

    /// <param name="Instance">The instance.</param>
    /// <param name="Preview">What its preview gave.</param>
    public sealed record Case(string Instance, string Preview);

    /// <param name="Moved">Instances that go on in the target.</param>
    /// <param name="Left">Instances that stay where they are.</param>
    public sealed record Result(IReadOnlyList<string> Moved, IReadOnlyList<string> Left);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Cases).NotEmpty().Must(c => c.Count <= ListMovableCases.Most);
            RuleFor(c => c.Reason).MaximumLength(500);
        }
    }

    internal sealed class Handler(
        TitleDb db, WorkflowEngine engine, InstanceFiles files, StatutoryActs acts, ICurrentUser user, CommandJournal journal)
        : IRequestHandler<Command, Result>
    {
        private static readonly Dictionary<string, string> Unmapped = [];

        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            InterventionRules.ReasonGiven.Require(!string.IsNullOrWhiteSpace(command.Reason));
            var (moved, left) = (new List<string>(), new List<string>());
            foreach (var chosen in command.Cases.DistinctBy(c => c.Instance))
            {
                (await MoveAsync(chosen, command, ct) ? moved : left).Add(chosen.Instance);
            }

            InstanceRules.PreviewCurrent.Require(moved.Count > 0);
            journal.Detail = $"{string.Join(", ", moved)} → {command.Target}: {command.Reason.Trim()}";
            return new Result(moved, left);
        }

        private async Task<bool> MoveAsync(Case chosen, Command command, CancellationToken ct)
        {
            var file = await files.FindAsync(chosen.Instance, ct);
            if (file.IsOver || file.Row.DefinitionId != command.DefinitionId || file.Row.VersionId == command.Target)
            {
                return false;
            }

            var plan = await MigrationPlan.ReadAsync(db, files, acts, chosen.Instance, command.Target, Unmapped, ct);
            var tried = await engine.AlterAsync(plan.Request($"{user.Person}", command.Reason.Trim(), isDryRun: true), ct);
            if (chosen.Preview != plan.Token || !tried!.IsPossible || !tried.OpenActivities.All(plan.Fits))
            {
                return false;
            }

            await engine.AlterAsync(plan.Request($"{user.Person}", command.Reason.Trim(), isDryRun: false), ct);
            return true;
        }
    }
}
