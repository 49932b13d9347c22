using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.RuleSets;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.RuleSets;

/// <summary>A second officer approves a draft (复核并发布): from its day on advice goes by it, cases stay on theirs.</summary>
public static class ApproveRuleSet
{
    /// <param name="Id">The draft.</param>
    /// <param name="Revision">The save the approver has seen.</param>
    public sealed record Command(RuleSetId Id, int Revision) : IRequest, ICommand
    {
        string ICommand.Subject => $"{Id.Value}";
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user, TimeProvider clock, CommandJournal journal) : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            var draft = await db.RuleSets.SingleOrDefaultAsync(r => r.Id == command.Id, ct) ?? throw new NotFoundException();
            RuleSetRules.SeenAsItIs.Require(draft.IsPublished || draft.Version == command.Revision);
            draft.Approve(user.Person!.Value, clock.Today(), clock.GetUtcNow());
            journal.Detail = string.Create(
                CultureInfo.InvariantCulture,
                $"{draft.Region} {draft.Channel} {draft.Year}: v{draft.Number} from {draft.EffectiveFrom:yyyy-MM-dd}");
        }
    }
}
