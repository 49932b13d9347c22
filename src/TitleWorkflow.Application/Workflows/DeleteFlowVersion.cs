using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Workflows;

/// <summary>A designer throws a version away that is not in force and that no case has ever run on.</summary>
public static class DeleteFlowVersion
{
    /// <param name="VersionId">The version.</param>
    public sealed record Command(string VersionId) : IRequest, ICommand
    {
        string ICommand.Subject => VersionId;
    }

    internal sealed class Handler(TitleDb db, ICurrentUser user, CommandJournal journal) : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            var version = await db.WorkflowVersions.SingleOrDefaultAsync(v => v.Id == command.VersionId, ct);
            if (version is null || !user.Has(Role.ProcessDesigner))
            {
                throw new NotFoundException();
            }

            FlowRules.InForceStays.Require(!version.IsPublished);
            FlowRules.CasesKeepTheirVersion.Require(
                !await db.WorkflowInstances.AnyAsync(i => i.VersionId == version.Id, ct));
            journal.Detail = $"{version.DefinitionId}: {version.Version}";
            db.WorkflowVersions.Remove(version);
        }
    }
}
