using FluentValidation;
using MediatR;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.RuleSets;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.RuleSets;

/// <summary>An officer adds a condition, or a waiver, to the draft of a rule set.</summary>
public static class AddCondition
{
    /// <param name="Id">The draft.</param>
    /// <param name="Name">Chinese name.</param>
    /// <param name="EnglishName">English name.</param>
    /// <param name="Level">Only for this target; null for every one.</param>
    /// <param name="Asked">What it asks first; null for a waiver.</param>
    public sealed record Command(RuleSetId Id, string Name, string EnglishName, TitleLevel? Level, ThresholdRule? Asked) : IRequest, ICommand
    {
        string ICommand.Subject => $"{Id.Value}";
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Name).NotEmpty();
            RuleFor(c => c.EnglishName).NotEmpty();
            RuleFor(c => c.Level).IsInEnum();
        }
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user, CommandJournal journal) : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            var draft = await db.FindRuleSetAsync(command.Id, ct);
            draft.Revise(
                draft.Content.Adding(command.Name, command.EnglishName, command.Level, command.Asked), draft.EffectiveFrom, user.Person!.Value);
            journal.Detail = $"{command.Name} / {command.EnglishName}";
        }
    }
}
