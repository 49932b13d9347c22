using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Application.Workflows.Guards;
using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.Documents;
using TitleWorkflow.Persistence;
using TitleWorkflow.Persistence.Workflows;

namespace TitleWorkflow.Application.Workflows;

/// <summary>Shows one flow with its versions: what is in force, what awaits approval and what it would change.</summary>
public static class GetFlow
{
    /// <param name="DefinitionId">The flow's id.</param>
    public sealed record Query(string DefinitionId) : IRequest<Result>;

    /// <param name="DefinitionId">The flow's id.</param>
    /// <param name="Name">Name of the version in force, else of the newest.</param>
    /// <param name="Description">What the flow is for; null if it does not say.</param>
    /// <param name="Versions">Newest first.</param>
    public sealed record Result(string DefinitionId, string Name, string? Description, IReadOnlyList<Version> Versions);

    /// <param name="VersionId">The version.</param>
    /// <param name="Number">Its number.</param>
    /// <param name="StoredAt">When it was stored.</param>
    /// <param name="StoredBy">Who stored it; null for an imported file.</param>
    /// <param name="IsInForce">Whether new cases take it.</param>
    /// <param name="PublishedAt">When it was published last; null if it never was.</param>
    /// <param name="PublishedBy">Who approved it; null for an imported file or if it never was.</param>
    /// <param name="Running">Cases that run on it.</param>
    /// <param name="IsOnlyAStep">Whether it is fit only as a step of other flows and leads no case by itself.</param>
    /// <param name="Review">What whoever approves must know; null for versions up to the one in force.</param>
    public sealed record Version(
        string VersionId,
        int Number,
        DateTimeOffset StoredAt,
        string? StoredBy,
        bool IsInForce,
        DateTimeOffset? PublishedAt,
        string? PublishedBy,
        int Running,
        bool IsOnlyAStep,
        Approval? Review);

    /// <param name="MayApprove">Whether the reader is somebody else than who stored it.</param>
    /// <param name="Errors">What is wrong; errors forbid approval, warnings do not.</param>
    /// <param name="Changes">What differs from the version in force; empty if none is.</param>
    public sealed record Approval(bool MayApprove, IReadOnlyList<DocumentError> Errors, IReadOnlyList<FlowChange> Changes);

    internal sealed class Handler(TitleDb db, ICurrentUser user, StepTypes types) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var versions = await db.WorkflowVersions.AsNoTracking().Where(v => v.DefinitionId == query.DefinitionId)
                .OrderByDescending(v => v.Version).ToListAsync(ct);
            if (versions.Count == 0)
            {
                throw new NotFoundException();
            }

            var names = await db.NamesOfStorersAsync(ct);
            var running = (await db.WorkflowInstances
                    .Where(i => i.DefinitionId == query.DefinitionId && i.Status == "Running")
                    .GroupBy(i => i.VersionId).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct))
                .ToDictionary(g => g.Key, g => g.Count);
            var steps = await types.AllAsync(ct);
            var inForce = versions.Find(v => v.IsPublished);
            var shown = WorkflowDocument.Parse((inForce ?? versions[0]).Json);
            var alone = new HashSet<string>();
            foreach (var version in versions)
            {
                if (await types.StandsAloneAsync(version.Id, ct))
                {
                    alone.Add(version.Id);
                }
            }

            return new Result(
                query.DefinitionId, (inForce ?? versions[0]).Name, shown.Description,
                [
                    .. versions.Select(v => new Version(
                        v.Id, v.Version, v.CreatedAt, Name(v.CreatedBy), v.IsPublished, v.PublishedAt, Name(v.PublishedBy),
                        running.GetValueOrDefault(v.Id),
                        !alone.Contains(v.Id),
                        v.Version > (inForce?.Version ?? 0) ? Review(v, inForce is null ? null : shown, steps) : null)),
                ]);

            string? Name(Guid? person) => person is { } id ? names.GetValueOrDefault(id) : null;
        }

        private Approval Review(WorkflowVersion draft, WorkflowDocument? inForce, ActivityCatalog steps)
        {
            var document = WorkflowDocument.Parse(draft.Json);
            return new Approval(
                draft.CreatedBy is null || draft.CreatedBy != user.Person?.Value,
                FlowInspection.Check(document, steps),
                inForce is null ? [] : FlowChanges.Between(inForce, document));
        }
    }
}
