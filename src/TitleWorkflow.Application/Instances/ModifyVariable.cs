using System.Text.Json;
using System.Text.Json.Nodes;
using FluentValidation;
using MediatR;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Instances;
using TitleWorkflow.Engine;

namespace TitleWorkflow.Application.Instances;

/// <summary>An administrator sets a variable of a running flow, for a reason; never one whose value operators may not read.</summary>
public static class ModifyVariable
{
    /// <param name="Instance">The instance.</param>
    /// <param name="Variable">The variable's id.</param>
    /// <param name="Value">The new value as JSON; what is no JSON counts as a text.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Command(string Instance, string Variable, string Value, string Reason) : IRequest, ICommand
    {
        string ICommand.Subject => Instance;
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Variable).NotEmpty().MaximumLength(200);
            RuleFor(c => c.Value).NotNull().MaximumLength(4000);
            RuleFor(c => c.Reason).MaximumLength(500);
        }
    }

    internal sealed class Handler(WorkflowEngine engine, InstanceFiles files, ICurrentUser user, CommandJournal journal)
        : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            InterventionRules.ReasonGiven.Require(!string.IsNullOrWhiteSpace(command.Reason));
            var file = await files.FindAsync(command.Instance, ct);
            InstanceRules.NotOver.Require(!file.IsOver);
            var masking = new Masking(file);
            InstanceRules.ValueReadable.Require(
                !file.Instance.OpenVariables().Any(v => v.VariableId == command.Variable && masking.Show(v.Value).IsMasked));
            var value = Read(command.Value);

            // What an operator writes is read by operators: a name put in would be a name nobody may read.
            InstanceRules.ValueReadable.Require(!masking.Show(value).IsMasked);
            var result = await engine.AlterAsync(
                new AlterInstance(command.Instance, [new ModifyVariableAlteration(command.Variable, value)])
                {
                    By = user.Person!.Value.ToString(),
                    Reason = command.Reason.Trim(),
                },
                ct);
            InstanceRules.ValueFits.Require(result!.IsPossible);
            journal.Detail = $"{command.Variable} = {command.Value}: {command.Reason.Trim()}";
        }

        private static JsonNode? Read(string text)
        {
            try
            {
                return JsonNode.Parse(text);
            }
            catch (JsonException)
            {
                return JsonValue.Create(text);
            }
        }
    }
}
