using TitleWorkflow.Engine.Activities;

namespace TitleWorkflow.Engine.Documents.Validation;

/// <summary>The connections of one flowchart.</summary>
internal static class FlowChecks
{
    public static IEnumerable<DocumentError> Check(ActivityNode flowchart, ActivityCatalog catalog) =>
        FlowGraph.Of(flowchart, catalog) is { } graph
            ?
            [
                .. flowchart.Connections.SelectMany(connection => CheckPort(flowchart, connection, catalog)),
                .. flowchart.Children.SelectMany(child => CheckOutcomes(flowchart, child, catalog)),
                .. CheckGraph(flowchart, graph, catalog),
            ]
            : [];

    private static IEnumerable<DocumentError> CheckPort(
        ActivityNode flowchart, Connection connection, ActivityCatalog catalog)
    {
        if (!connection.IsAttached)
        {
            return [DocumentError.Warning(
                "connection.dangling",
                connection.Path,
                $"The connection from '{connection.Source}' to '{connection.Target}' leads nowhere.")];
        }

        var source = flowchart.Child(connection.Source)!;

        if (catalog.Find(source.Type, source.Version) is not { } descriptor)
        {
            return [];
        }

        var outcomes = descriptor.OutcomesOf(source);
        var isDeclared = string.IsNullOrEmpty(connection.SourcePort)
            ? outcomes is ["Done"]
            : outcomes.Contains(connection.SourcePort, StringComparer.Ordinal);

        var names = string.Join(", ", outcomes.Select(name => $"'{name}'"));

        return isDeclared
            ? []
            : [DocumentError.Error(
                "connection.undeclared-outcome",
                $"{connection.Path}.source.port",
                $"'{source.DisplayText}' has no outcome '{connection.SourcePort}'; it has {names}.")];
    }

    // Elsa lets a path without a connection end silently, which quietly finishes a process that nobody has decided.
    private static IEnumerable<DocumentError> CheckOutcomes(
        ActivityNode flowchart, ActivityNode child, ActivityCatalog catalog)
    {
        var outcomes = catalog.Find(child.Type, child.Version)?.OutcomesOf(child) ?? [];

        return outcomes is ["Done"]
            ? []
            : from outcome in outcomes
              where !flowchart.Connections.Any(
                  connection => connection.Source == child.Id && connection.SourcePort == outcome)
              select DocumentError.Warning(
                  "outcome.unconnected",
                  child.Path,
                  $"Nothing follows the outcome '{outcome}' of '{child.DisplayText}'.");
    }

    private static IEnumerable<DocumentError> CheckGraph(
        ActivityNode flowchart, FlowGraph graph, ActivityCatalog catalog)
    {
        var reached = graph.Reached.ToHashSet();

        foreach (var child in flowchart.Children.Where(child => !reached.Contains(child.Id)))
        {
            yield return DocumentError.Warning(
                "activity.unreachable", child.Path, $"No connection leads from the start to '{child.DisplayText}'.");
        }

        foreach (var edge in graph.Edges.Where(edge => edge.IsBackward))
        {
            if (!edge.IsValid)
            {
                yield return DocumentError.Error(
                    "connection.invalid-backward",
                    edge.Drawn.Path,
                    $"The connection leads back to '{edge.Target}', but not every path to '{edge.Source}' goes through '{edge.Target}'.");
            }
            else if (ParallelRegion.IsLeftBy(edge, graph, flowchart, catalog))
            {
                yield return DocumentError.Warning(
                    "connection.leaves-parallel-region",
                    edge.Drawn.Path,
                    $"The connection leads back out of one of several parallel branches while others may still be open: join them before '{edge.Source}', then decide, then lead back.");
            }
        }
    }
}
