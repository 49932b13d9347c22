using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Workflows;

/// <summary>Lists the flows with what is in force, what awaits approval, what is being drawn and how many cases run.</summary>
public static class ListFlows
{
    public sealed record Query : IRequest<Result>;

    /// <param name="Flows">By name.</param>
    public sealed record Result(IReadOnlyList<Flow> Flows);

    /// <param name="DefinitionId">The flow's id.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="InForce">Number of the version new cases take; null if none is published.</param>
    /// <param name="InForceSince">When it was published; null if none is.</param>
    /// <param name="Draft">The newest version later than the one in force; null if there is none.</param>
    /// <param name="Running">Cases that run, on whatever version.</param>
    /// <param name="Drawing">What somebody is working on; null if nobody is.</param>
    public sealed record Flow(
        string DefinitionId, string Name, int? InForce, DateTimeOffset? InForceSince, Draft? Draft, int Running, Drawing? Drawing);

    /// <param name="SavedBy">Who saved it last.</param>
    /// <param name="SavedAt">When.</param>
    public sealed record Drawing(string? SavedBy, DateTimeOffset SavedAt);

    /// <param name="VersionId">The version.</param>
    /// <param name="Version">Its number.</param>
    /// <param name="StoredBy">Who stored it; null for an imported file.</param>
    /// <param name="StoredAt">When.</param>
    /// <param name="MayApprove">Whether the reader is somebody else than who stored it.</param>
    public sealed record Draft(string VersionId, int Version, string? StoredBy, DateTimeOffset StoredAt, bool MayApprove);

    internal sealed class Handler(TitleDb db, ICurrentUser user) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var versions = await db.WorkflowVersions.AsNoTracking()
                .Select(v => new { v.Id, v.DefinitionId, v.Version, v.Name, v.CreatedAt, v.CreatedBy, v.IsPublished, v.PublishedAt })
                .ToListAsync(ct);
            var names = await db.NamesOfStorersAsync(ct);
            var running = (await db.WorkflowInstances.Where(i => i.Status == "Running")
                    .GroupBy(i => i.DefinitionId).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct))
                .ToDictionary(g => g.Key, g => g.Count);
            var drafts = await db.FlowDrafts.AsNoTracking().Where(d => d.IsOpen)
                .Select(d => new { d.DefinitionId, d.Name, d.SavedAt, d.SavedBy }).ToDictionaryAsync(d => d.DefinitionId, ct);
            var stored = versions.ToLookup(v => v.DefinitionId);
            return new Result(
            [
                .. stored.Select(flow => flow.Key).Union(drafts.Keys).Select(id =>
                {
                    var (flow, drawn) = (stored[id], drafts.GetValueOrDefault(id));
                    var inForce = flow.SingleOrDefault(v => v.IsPublished);
                    var draft = flow.Where(v => v.Version > (inForce?.Version ?? 0)).MaxBy(v => v.Version);
                    return new Flow(
                        id, inForce?.Name ?? draft?.Name ?? drawn!.Name, inForce?.Version, inForce?.PublishedAt,
                        draft is null ? null : new Draft(
                            draft.Id, draft.Version, draft.CreatedBy is { } by ? names.GetValueOrDefault(by) : null,
                            draft.CreatedAt, draft.CreatedBy is null || draft.CreatedBy != user.Person?.Value),
                        running.GetValueOrDefault(id),
                        drawn is null ? null : new Drawing(names.GetValueOrDefault(drawn.SavedBy), drawn.SavedAt));
                }).OrderBy(f => f.Name, StringComparer.Ordinal).ThenBy(f => f.DefinitionId, StringComparer.Ordinal),
            ]);
        }
    }
}
