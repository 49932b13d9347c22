using FluentValidation;
using MediatR;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Instances;
using TitleWorkflow.Engine;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Instances;

/// <summary>Takes back a flow's latest migration (撤销迁移), for a reason, while the flow stands where it was put.</summary>
public static class UndoMigration
{
    /// <param name="Instance">The instance.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Command(string Instance, string Reason) : IRequest, ICommand
    {
        string ICommand.Subject => Instance;
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).MaximumLength(500);
    }

    internal sealed class Handler(
        TitleDb db, WorkflowEngine engine, InstanceFiles files, ICurrentUser user, CommandJournal journal)
        : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            InterventionRules.ReasonGiven.Require(!string.IsNullOrWhiteSpace(command.Reason));
            var file = await files.FindAsync(command.Instance, ct);
            InstanceRules.NotOver.Require(!file.IsOver);
            var last = await LastMigration.OfAsync(db, file.Row, ct);
            InstanceRules.NothingMoved.Require(last is not null);
            var result = await engine.AlterAsync(
                new AlterInstance(file.Row.Id, [last!.Back]) { By = $"{user.Person}", Reason = command.Reason.Trim() }, ct);
            InstanceRules.StepsFound.Require(result!.IsPossible);
            journal.Detail = $"{file.Row.VersionId} → {last.Back.TargetVersionId}: {command.Reason.Trim()}";
        }
    }
}
