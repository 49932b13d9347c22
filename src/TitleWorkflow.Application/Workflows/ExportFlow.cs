using MediatR;
using TitleWorkflow.Application.Workflows.Drafts;
using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.Documents;

namespace TitleWorkflow.Application.Workflows;

/// <summary>Gives one state of a flow as a file (导出流程): the same flow is the same bytes, wherever it is stored.</summary>
public static class ExportFlow
{
    /// <param name="DefinitionId">The flow.</param>
    /// <param name="Which">As <see cref="GetFlowDesign.Query"/> takes it.</param>
    public sealed record Query(string DefinitionId, string? Which = null) : IRequest<Result>;

    /// <param name="FileName">The flow's id and <c>.json</c>, as the folder of flow files has it.</param>
    /// <param name="Text">What is in it.</param>
    public sealed record Result(string FileName, string Text);

    internal sealed class Handler(ISender sender, ActivityCatalog catalog) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var design = await sender.Send(new GetFlowDesign.Query(query.DefinitionId, Which: query.Which), ct);
            return new Result($"{design.DefinitionId}.json", DocumentFile.Write(WorkflowDocument.Parse(design.Json), catalog));
        }
    }
}
