using MediatR;

namespace TitleWorkflow.Application.Workflows.Drafts;

/// <summary>Lists states of flows for the designer: one for each flow, or all of some.</summary>
public static class ListFlowDesigns
{
    /// <param name="Which"><c>Latest</c>, <c>Published</c>, <c>Draft</c>, <c>LatestOrPublished</c>, <c>AllVersions</c>; all states if empty.</param>
    /// <param name="DefinitionIds">Only of these flows; empty for all.</param>
    /// <param name="VersionIds">Only these states; empty for all.</param>
    /// <param name="Search">Part of the name or of the flow's id; null for all.</param>
    public sealed record Query(
        string? Which = null,
        IReadOnlyList<string>? DefinitionIds = null,
        IReadOnlyList<string>? VersionIds = null,
        string? Search = null)
        : IRequest<Result>;

    /// <param name="Designs">By name, those of a flow newest first.</param>
    public sealed record Result(IReadOnlyList<FlowDesign> Designs);

    internal sealed class Handler(FlowDesigns designs) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var found = (await designs.AllAsync(ct))
                .Where(d => query.DefinitionIds is not { Count: > 0 } flows || flows.Contains(d.DefinitionId))
                .Where(d => query.VersionIds is not { Count: > 0 } ids || ids.Contains(d.VersionId))
                .Where(d => string.IsNullOrWhiteSpace(query.Search)
                    || d.Name.Contains(query.Search, StringComparison.OrdinalIgnoreCase)
                    || d.DefinitionId.Contains(query.Search, StringComparison.OrdinalIgnoreCase));
            return new Result(
            [
                .. found.Where(d => IsAsked(d, query.Which))
                    .OrderBy(d => d.Name, StringComparer.Ordinal).ThenBy(d => d.DefinitionId, StringComparer.Ordinal)
                    .ThenByDescending(d => d.Number),
            ]);
        }

        private static bool IsAsked(FlowDesign design, string? which) => which switch
        {
            "Latest" => design.IsLatest,
            "Published" => design.IsInForce,
            "Draft" => design.IsDraft,
            "LatestOrPublished" => design.IsLatest || design.IsInForce,
            _ => true,
        };
    }
}
