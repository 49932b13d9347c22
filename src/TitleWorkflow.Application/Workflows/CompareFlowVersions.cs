using MediatR;
using TitleWorkflow.Application.Workflows.Drafts;
using TitleWorkflow.Engine.Documents;

namespace TitleWorkflow.Application.Workflows;

/// <summary>Compares two states of a flow: step by step, as two pictures, and line by line.</summary>
public static class CompareFlowVersions
{
    /// <param name="DefinitionId">The flow's id.</param>
    /// <param name="From">Number of the older state; null for the version in force, else the one before <paramref name="To"/>.</param>
    /// <param name="To">Number of the newer state, a draft's being the one it would get; null for the newest.</param>
    public sealed record Query(string DefinitionId, int? From = null, int? To = null) : IRequest<Result>;

    /// <param name="States">Numbers of all states, newest first.</param>
    /// <param name="Before">The older state.</param>
    /// <param name="After">The newer state.</param>
    /// <param name="Comparison">What differs.</param>
    public sealed record Result(
        IReadOnlyList<int> States, GetFlowPicture.Result Before, GetFlowPicture.Result After, FlowComparison Comparison);

    internal sealed class Handler(FlowDesigns designs, FlowSketch sketch, StepTypes types) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var states = await designs.OfAsync(query.DefinitionId, ct);
            var after = states.FirstOrDefault(s => query.To is null || s.Number == query.To) ?? throw new NotFoundException();
            var before = (query.From is { } from
                    ? states.FirstOrDefault(s => s.Number == from)
                    : states.FirstOrDefault(s => s.IsInForce && s.Number != after.Number)
                        ?? states.FirstOrDefault(s => s.Number < after.Number)
                        ?? after)
                ?? throw new NotFoundException();
            var (old, now) = (WorkflowDocument.Parse(before.Json), WorkflowDocument.Parse(after.Json));
            return new Result(
                [.. states.Select(s => s.Number)], await DrawAsync(before, old, ct), await DrawAsync(after, now, ct), FlowComparison.Between(old, now, await types.AllAsync(ct)));
        }

        private Task<GetFlowPicture.Result> DrawAsync(FlowDesign state, WorkflowDocument document, CancellationToken ct) =>
            sketch.DrawAsync(state.Name, state.Number, document, null, ct);
    }
}
