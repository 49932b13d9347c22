using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Workflows.Drafts;

/// <summary>A designer takes back what awaits approval (撤回): it is the draft again, unless somebody has begun another one.</summary>
public static class WithdrawFlowVersion
{
    /// <param name="DefinitionId">The flow.</param>
    public sealed record Command(string DefinitionId) : IRequest, ICommand
    {
        string ICommand.Subject => DefinitionId;
    }

    internal sealed class Handler(TitleDb db, FlowDesigns designs, ICurrentUser user, TimeProvider clock, CommandJournal journal)
        : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            if (!FlowDesigns.MayDraw(user) || user.Person is not { } person
                || (await designs.OfAsync(command.DefinitionId, ct)).Count == 0)
            {
                throw new NotFoundException();
            }

            var versions = await db.WorkflowVersions.Where(v => v.DefinitionId == command.DefinitionId)
                .OrderByDescending(v => v.Version).ToListAsync(ct);
            var awaiting = versions.TakeWhile(v => !v.IsPublished).FirstOrDefault();
            FlowRules.AwaitsApproval.Require(awaiting is not null);
            FlowRules.CasesKeepTheirVersion.Require(!await db.WorkflowInstances.AnyAsync(i => i.VersionId == awaiting!.Id, ct));
            if (await designs.OpenDraftAsync(command.DefinitionId, ct) is null)
            {
                await designs.SaveAsync(command.DefinitionId, awaiting!.Name, awaiting.Json, person.Value, clock.GetUtcNow(), ct);
            }

            journal.Detail = $"{command.DefinitionId}: {awaiting!.Version}";
            db.WorkflowVersions.Remove(awaiting);
        }
    }
}
