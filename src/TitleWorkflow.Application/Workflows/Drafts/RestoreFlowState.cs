using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Workflows.Drafts;

/// <summary>A designer goes back to a version or to an earlier save (恢复): its content becomes the draft.</summary>
public static class RestoreFlowState
{
    /// <param name="DefinitionId">The flow.</param>
    /// <param name="Version">Number of the version to go back to; null to go back to a save.</param>
    /// <param name="Revision">Number of the save to go back to; null to go back to a version.</param>
    public sealed record Command(string DefinitionId, int? Version = null, int? Revision = null) : IRequest, ICommand
    {
        string ICommand.Subject => DefinitionId;
    }

    internal sealed class Handler(TitleDb db, FlowDesigns designs, ICurrentUser user, TimeProvider clock, CommandJournal journal)
        : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            if (!FlowDesigns.MayDraw(user) || user.Person is not { } person)
            {
                throw new NotFoundException();
            }

            var (name, json) = await FindAsync(command, ct) ?? throw new NotFoundException();
            var draft = await designs.SaveAsync(command.DefinitionId, name, json, person.Value, clock.GetUtcNow(), ct);
            journal.Detail = $"{command.DefinitionId}: {command.Version?.ToString() ?? $"draft-{command.Revision}"} → {FlowDesigns.TokenOf(draft)}";
        }

        private async Task<(string Name, string Json)?> FindAsync(Command command, CancellationToken ct)
        {
            if (command.Version is { } number)
            {
                var version = await db.WorkflowVersions.AsNoTracking()
                    .SingleOrDefaultAsync(v => v.DefinitionId == command.DefinitionId && v.Version == number, ct);
                return version is null ? null : (version.Name, version.Json);
            }

            var save = await db.FlowDrafts.AsNoTracking()
                .SingleOrDefaultAsync(d => d.DefinitionId == command.DefinitionId && d.Revision == command.Revision, ct);
            FlowRules.IsTheDraft.Require(save?.IsOpen != true);
            return save is null ? null : (save.Name, save.Json);
        }
    }
}
