using FluentValidation;
using MediatR;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.RuleSets;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.RuleSets;

/// <summary>An officer adds a threshold to a condition of a draft: beside others, or as another way to fulfil it.</summary>
public static class AddThreshold
{
    /// <param name="Id">The draft.</param>
    /// <param name="Code">The condition.</param>
    /// <param name="Way">Number of the way it joins, from 1; null for another way.</param>
    /// <param name="Asked">What it asks.</param>
    public sealed record Command(RuleSetId Id, string Code, int? Way, ThresholdRule Asked) : IRequest, ICommand
    {
        string ICommand.Subject => $"{Id.Value}";
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Code).NotEmpty();
            RuleFor(c => c.Asked).NotNull();
        }
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user, CommandJournal journal) : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            var draft = await db.FindRuleSetAsync(command.Id, ct);
            draft.Revise(draft.Content.Asking(command.Code, command.Way, command.Asked), draft.EffectiveFrom, user.Person!.Value);
            journal.Detail = $"{command.Code}: {command.Asked.Metric} {command.Asked.Comparison} {command.Asked.Value}";
        }
    }
}
