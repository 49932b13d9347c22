namespace TitleWorkflow.Engine.Activities;

/// <summary>
/// Adapts a flowchart's counters to a changed drawing. What lies behind the point the instance has reached counts as
/// passed, so that no join waits for a connection that did not exist when its source completed.
/// </summary>
internal static class FlowRebase
{
    public static void Apply(FlowScope scope, FlowGraph graph, Func<string, bool> isUnderWay)
    {
        var forward = graph.Edges.Where(edge => !edge.IsBackward).ToList();

        for (var changed = true; changed;)
        {
            changed = false;

            foreach (var edge in forward.Where(edge => scope.Visits(edge) == 0 && scope.Visits(edge.Source) > 0))
            {
                scope.Connections[edge.Key] = Math.Max(1, scope.Visits(edge.Target));
                changed = true;
            }

            foreach (var id in graph.Reached.Where(id => IsPassed(scope, graph, id) && !isUnderWay(id)))
            {
                scope.Visit(id);
                changed = true;
            }
        }

        // An activity that has begun was reached by every way that leads to it now.
        foreach (var edge in forward)
        {
            var due = scope.Visits(edge.Target) + (isUnderWay(edge.Target) ? 1 : 0);
            scope.Connections[edge.Key] = Math.Max(scope.Visits(edge), due);
        }
    }

    private static bool IsPassed(FlowScope scope, FlowGraph graph, string id)
    {
        var inbound = graph.InboundForward(id);

        return scope.Visits(id) == 0
            && inbound.Count > 0
            && inbound.All(scope.HasArrived)
            && !inbound.Any(scope.HasArrivedFollowed);
    }
}
