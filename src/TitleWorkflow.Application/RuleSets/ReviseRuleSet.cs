using FluentValidation;
using MediatR;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.RuleSets;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.RuleSets;

/// <summary>An officer changes values of a draft; nothing below the national floor is taken.</summary>
public static class ReviseRuleSet
{
    /// <param name="Id">The draft.</param>
    /// <param name="EffectiveFrom">First day on which it shall count.</param>
    /// <param name="Values">New values by address; those left out stay.</param>
    public sealed record Command(RuleSetId Id, DateOnly EffectiveFrom, IReadOnlyDictionary<string, int> Values) : IRequest, ICommand
    {
        string ICommand.Subject => $"{Id.Value}";
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Values).NotNull();
            RuleFor(c => c.EffectiveFrom).NotEmpty();
        }
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user, CommandJournal journal) : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            var draft = await db.FindRuleSetAsync(command.Id, ct);
            var before = draft.Content;
            draft.Revise(before.With(command.Values), command.EffectiveFrom, user.Person!.Value);
            journal.Detail = string.Join(
                ", ", GetRuleSet.ChangesBetween(before, draft.Content).Select(c => $"{c.Path}: {c.Before} → {c.After}"));
        }
    }
}
