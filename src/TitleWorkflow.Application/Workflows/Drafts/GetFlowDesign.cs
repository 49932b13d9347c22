using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Workflows.Drafts;

/// <summary>Shows one state of a flow to the designer: the draft, a version, or whatever is newest or in force.</summary>
public static class GetFlowDesign
{
    /// <param name="DefinitionId">The flow; null to ask by <paramref name="VersionId"/>.</param>
    /// <param name="VersionId">One state; null to ask by <paramref name="DefinitionId"/>.</param>
    /// <param name="Which"><c>Latest</c> (also if null), <c>Published</c>, <c>Draft</c>, <c>LatestOrPublished</c>, or a version's number.</param>
    public sealed record Query(string? DefinitionId = null, string? VersionId = null, string? Which = null) : IRequest<FlowDesign>;

    internal sealed class Handler(TitleDb db, FlowDesigns designs, StepTypes types) : IRequestHandler<Query, FlowDesign>
    {
        public async Task<FlowDesign> Handle(Query query, CancellationToken ct)
        {
            var states = await designs.OfAsync(query.DefinitionId ?? await OfVersionAsync(query.VersionId!, ct), ct);
            var found = (query.VersionId is { } id ? states.FirstOrDefault(s => s.VersionId == id) : Find(states, query.Which))
                ?? throw new NotFoundException();
            return found with { Steps = await types.AllAsync(ct) };
        }

        private async Task<string> OfVersionAsync(string versionId, CancellationToken ct) => FlowDesigns.OfDraft(versionId)
            ?? await db.WorkflowVersions.Where(v => v.Id == versionId).Select(v => v.DefinitionId).SingleOrDefaultAsync(ct)
            ?? throw new NotFoundException();

        private static FlowDesign? Find(IReadOnlyList<FlowDesign> states, string? which) => which switch
        {
            _ when int.TryParse(which, out var number) => states.FirstOrDefault(s => s.Number == number),
            "Published" => states.FirstOrDefault(s => s.IsInForce),
            "Draft" => states.FirstOrDefault(s => s.IsDraft),
            _ => states is [var newest, ..] ? newest : null,
        };
    }
}
