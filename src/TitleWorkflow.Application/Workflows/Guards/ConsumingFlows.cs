using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Engine;
using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.Documents;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Workflows.Guards;

/// <summary>
/// Judges the flows in force that follow a sub-flow (随子流程更新) again, before another version of it is put into force: they
/// would change without anybody's approval.
/// </summary>
public sealed class ConsumingFlows(TitleDb db, StepTypes types)
{
    /// <summary>What would become wrong with them; empty if nothing would.</summary>
    /// <param name="next">The version that is to be put into force.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<DocumentError>> BrokenByAsync(StoredDefinition next, CancellationToken ct)
    {
        var before = await types.AllAsync(ct);
        if (before.Descriptors.All(d => d.Workflow?.DefinitionId != next.DefinitionId))
        {
            // Nobody can use yet what was never a step.
            return [];
        }

        var after = await types.AfterAsync([next], ct);
        var others = await db.WorkflowVersions.AsNoTracking().Where(v => v.IsPublished && v.DefinitionId != next.DefinitionId)
            .Select(v => new { v.Name, v.Json }).ToListAsync(ct);
        return
        [
            .. from other in others
               let document = WorkflowDocument.Parse(other.Json)
               where Uses(document, next.DefinitionId, before)
               from error in Worse(document, before, after)
               select error with { Message = $"“{other.Name}”使用本流程 / “{other.Name}” uses this flow: {error.Message}" },
        ];
    }

    private static bool Uses(WorkflowDocument document, string definitionId, ActivityCatalog catalog)
    {
        var whole = new InlinedWorkflow(document, catalog);
        return whole.Document.Nodes.Any(node => whole.Behind(node)?.DefinitionId == definitionId);
    }

    private static IEnumerable<DocumentError> Worse(WorkflowDocument document, ActivityCatalog before, ActivityCatalog after)
    {
        var known = FlowInspection.Errors(document, before).Select(e => e.Code).ToHashSet();
        var errors = FlowInspection.Errors(document, after).Where(e => !known.Contains(e.Code));
        return FlowInspection.StandsAlone(document, before) && !FlowInspection.StandsAlone(document, after)
            ? errors.Append(FlowFloor.Error(
                FlowRules.StandsAlone.Code, "$",
                $"改变之后它不能再单独办理申报。 / After that it could lead no case alone. {Citation.Of(FlowRules.StandsAlone)}"))
            : errors;
    }
}
