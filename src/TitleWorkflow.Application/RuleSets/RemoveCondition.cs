using FluentValidation;
using MediatR;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.RuleSets;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.RuleSets;

/// <summary>An officer takes a condition, one of its ways or one threshold from the draft of a rule set.</summary>
public static class RemoveCondition
{
    /// <param name="Id">The draft.</param>
    /// <param name="Code">The condition.</param>
    /// <param name="Way">Number of the way, from 1; null for the whole condition.</param>
    /// <param name="Threshold">Number of the threshold, from 1; null for the whole way.</param>
    public sealed record Command(RuleSetId Id, string Code, int? Way = null, int? Threshold = null) : IRequest, ICommand
    {
        string ICommand.Subject => $"{Id.Value}";
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Code).NotEmpty();
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user, CommandJournal journal) : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            var draft = await db.FindRuleSetAsync(command.Id, ct);
            draft.Revise(
                draft.Content.Without(command.Code, command.Way, command.Threshold), draft.EffectiveFrom, user.Person!.Value);
            journal.Detail = $"{command.Code}/{command.Way}/{command.Threshold}";
        }
    }
}
