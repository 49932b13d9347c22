using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.Documents;

namespace TitleWorkflow.Application.Workflows.Guards;

/// <summary>
/// What makes the drawing of a case unfit to be followed. Elsa lets a path end without a word and a step stand aside; somebody's
/// declaration must not disappear like that, so here it forbids publishing.
/// </summary>
internal static class CaseDrawing
{
    private static readonly string[] Grave =
    [
        "activity.unreachable", "outcome.unconnected", "connection.dangling", "connection.leaves-parallel-region",
    ];

    /// <summary>What a general remark on a document means for a case.</summary>
    public static DocumentError Judge(DocumentError found) =>
        Grave.Contains(found.Code) ? found with { Severity = DocumentErrorSeverity.Error } : found;

    /// <summary>Dead ends, and steps that are not there.</summary>
    public static IEnumerable<DocumentError> Check(WorkflowDocument document, ActivityCatalog catalog)
    {
        var placeholders = document.Nodes.Where(n => n.Type == "Elsa.NotFoundActivity").Select(n => FlowFloor.Error(
            "activity.placeholder", n.Path,
            $"“{n.DisplayText}”只是占位，不是环节。 / “{n.DisplayText}” only keeps the place of a step."));
        return document.Root.Type == "Elsa.Flowchart" && FlowGraph.Of(document.Root, catalog) is { } graph
            ? placeholders.Concat(DeadEnds(document.Root, graph, catalog))
            : placeholders;
    }

    // From every step some path must lead to an end; otherwise a case comes to rest there, or runs in circles, for ever.
    private static IEnumerable<DocumentError> DeadEnds(ActivityNode chart, FlowGraph graph, ActivityCatalog catalog)
    {
        var steps = chart.Children.DistinctBy(c => c.Id).ToDictionary(c => c.Id);
        var open = new Stack<string>(graph.Reached.Where(id => EndsHere(steps[id], catalog)));
        var leadsOut = open.ToHashSet();
        while (open.TryPop(out var next))
        {
            foreach (var edge in graph.Inbound(next).Where(edge => leadsOut.Add(edge.Source)))
            {
                open.Push(edge.Source);
            }
        }

        return graph.Reached.Where(id => !leadsOut.Contains(id)).Select(id => FlowFloor.Error(
            "activity.dead-end", steps[id].Path,
            $"“{steps[id].DisplayText}”之后没有通往结束的路。 / No path leads from “{steps[id].DisplayText}” to an end."));
    }

    private static bool EndsHere(ActivityNode step, ActivityCatalog catalog) =>
        catalog.Find(step.Type, step.Version)?.IsTerminal == true || step.Type == "Elsa.Fault";
}
