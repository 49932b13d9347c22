using MediatR;
using TitleWorkflow.Engine.Documents;

namespace TitleWorkflow.Application.Workflows.Drafts;

/// <summary>Draws the newest state of a flow, the draft if there is one, as it was left.</summary>
public static class GetDraftPicture
{
    /// <param name="DefinitionId">The flow.</param>
    public sealed record Query(string DefinitionId) : IRequest<GetFlowPicture.Result>;

    internal sealed class Handler(FlowDesigns designs, FlowSketch sketch) : IRequestHandler<Query, GetFlowPicture.Result>
    {
        public async Task<GetFlowPicture.Result> Handle(Query query, CancellationToken ct) =>
            await designs.OfAsync(query.DefinitionId, ct) is [var newest, ..]
                ? await sketch.DrawAsync(newest.Name, newest.Number, WorkflowDocument.Parse(newest.Json), null, ct)
                : throw new NotFoundException();
    }
}
