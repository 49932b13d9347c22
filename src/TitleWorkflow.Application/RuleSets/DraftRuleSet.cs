using MediatR;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.RuleSets;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.RuleSets;

/// <summary>An officer begins a draft of a rule set from one of its versions (起草新版本).</summary>
public static class DraftRuleSet
{
    /// <param name="From">The version to begin from.</param>
    public sealed record Command(RuleSetId From) : IRequest<Result>, ICommand
    {
        string ICommand.Subject => $"{From.Value}";
    }

    /// <param name="Id">The draft.</param>
    public sealed record Result(RuleSetId Id);

    internal sealed class Handler(TitleDb db, ICurrentUser user, TimeProvider clock, CommandJournal journal)
        : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var versions = await db.VersionsOfAsync(command.From, ct);
            RuleSetRules.OneDraft.Require(versions.All(v => v.IsPublished));

            // A second draft begun at the same instant takes the same number and finds the index of numbers in its way.
            var draft = versions.Single(v => v.Id == command.From)
                .Draft(versions.Max(v => v.Number) + 1, user.Person!.Value, clock.Today());
            db.RuleSets.Add(draft);
            journal.Detail = $"{draft.Region} {draft.Channel} {draft.Year}: v{draft.Number}";
            return new Result(draft.Id);
        }
    }
}
