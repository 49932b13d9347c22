using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Pipeline;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Application.Workflows.Guards;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Engine;
using TitleWorkflow.Engine.Documents;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Workflows;

/// <summary>A second person approves a stored version of a flow (复核并发布): new cases take it, running ones stay on theirs.</summary>
public static class PublishFlowVersion
{
    /// <param name="VersionId">The version.</param>
    public sealed record Command(string VersionId) : IRequest, ICommand
    {
        string ICommand.Subject => VersionId;
    }

    internal sealed class Handler(
        TitleDb db,
        ICurrentUser user,
        StepTypes types,
        ConsumingFlows consumers,
        FlowTriggers triggers,
        TimeProvider clock,
        CommandJournal journal)
        : IRequestHandler<Command>
    {
        public async Task Handle(Command command, CancellationToken ct)
        {
            var version = await db.WorkflowVersions.SingleOrDefaultAsync(v => v.Id == command.VersionId, ct)
                ?? throw new NotFoundException();
            if (!user.Has(Role.ProcessDesigner))
            {
                // Administrators and auditors read flows on the same page; they put none into force.
                throw new NotFoundException();
            }

            FlowRules.NotInForce.Require(!version.IsPublished);
            FlowRules.SecondPerson.Require(version.CreatedBy is null || version.CreatedBy != user.Person?.Value);
            RequireSound(
            [
                .. FlowInspection.Errors(WorkflowDocument.Parse(version.Json), await types.AllAsync(ct)),
                .. await consumers.BrokenByAsync(new StoredDefinition(version.Id, version.DefinitionId, version.Version, version.Json), ct),
            ]);

            var inForce = await db.WorkflowVersions
                .SingleOrDefaultAsync(v => v.DefinitionId == version.DefinitionId && v.IsPublished, ct);
            if (inForce is not null)
            {
                inForce.IsPublished = false;
                inForce.Revision++;
            }

            version.IsPublished = true;
            version.PublishedAt = clock.GetUtcNow();
            version.PublishedBy = user.Person?.Value;
            version.Revision++;
            await triggers.PutInForceAsync(version, ct);
            journal.Detail = $"{version.DefinitionId}: {inForce?.Version ?? 0} → {version.Version}";
        }

        private static void RequireSound(IReadOnlyList<DocumentError> errors)
        {
            if (errors.Count > 0)
            {
                throw new ValidationException(errors.Select(e => new ValidationFailure(e.Path, e.Message) { ErrorCode = e.Code }));
            }
        }
    }
}
