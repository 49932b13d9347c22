using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.Documents;
using TitleWorkflow.Engine.Expressions;

namespace TitleWorkflow.Application.Workflows.Guards;

/// <summary>
/// Flows in flows (子流程): whatever runs for a case must be judged with it, so it is a step whose flow is known and approved,
/// and no case is handed to an instance of its own.
/// </summary>
internal static class SubFlowFloor
{
    private static readonly string[] Starters = ["Elsa.DispatchWorkflow", "Elsa.ExecuteWorkflow", "Elsa.BulkDispatchWorkflows"];

    /// <summary>Steps that stand for no flow that has ever been approved.</summary>
    public static IEnumerable<DocumentError> CheckSteps(InlinedWorkflow whole) =>
        whole.Document.Nodes.Where(whole.IsMissing).Select(node => FlowFloor.Error(
            "floor.unknown-flow", node.Path,
            $"“{node.DisplayText}”所用的子流程不存在、未经发布或者又用到本流程。"
            + $" / The flow behind “{node.DisplayText}” does not exist, was never approved, or uses this one."));

    /// <summary>Steps of a flow of cases that start another one beside it, unless that one is known to touch no case.</summary>
    public static IEnumerable<DocumentError> CheckStarts(InlinedWorkflow whole, ActivityCatalog catalog) =>
        whole.Document.Nodes.Where(node => Starters.Contains(node.Type) && !StartsHarmless(node, catalog)).Select(node => FlowFloor.Error(
            "floor.flow-beside", node.Path,
            $"“{node.DisplayText}”会另起一个流程实例，其中的环节无法随本流程一并检查；请把该流程作为环节（子流程）使用。"
            + $" / What “{node.DisplayText}” starts cannot be judged with this flow: use that flow as a step."));

    private static bool StartsHarmless(ActivityNode node, ActivityCatalog catalog) =>
        node.Input("WorkflowDefinitionId") is { Type: ExpressionTypes.Literal, Value: { } id }
        && catalog.Descriptors.FirstOrDefault(d => d.IsBrowsable && d.Workflow?.DefinitionId == id.ToString())?.Workflow is { } known
        && !FlowInspection.IsOfCases(new InlinedWorkflow(known.Document, catalog).Document);
}
