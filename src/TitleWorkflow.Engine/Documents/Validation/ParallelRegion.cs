using TitleWorkflow.Engine.Activities;

namespace TitleWorkflow.Engine.Documents.Validation;

/// <summary>
/// Finds loops that lead out of one of several parallel branches. They start the fork again while other branches are
/// open, and the join then counts visits of different rounds: the commonest mistake in drawings of reviews.
/// </summary>
internal static class ParallelRegion
{
    public static bool IsLeftBy(FlowEdge back, FlowGraph graph, ActivityNode flowchart, ActivityCatalog catalog)
    {
        // One completion that leads both back and on is two branches by itself.
        var takesAllHere = TakesSeveral(flowchart.Child(back.Source)!, catalog);
        if (graph.Outbound(back.Source).Any(
            edge => edge != back && (takesAllHere || edge.Drawn.SourcePort == back.Drawn.SourcePort)))
        {
            return true;
        }

        var before = graph.AncestorsOf(back.Source);

        return graph.Reached
            .Where(
                fork => before.Contains(fork) && (fork == back.Target || graph.AncestorsOf(fork).Contains(back.Target)))
            .SelectMany(fork => Pairs(graph, fork, flowchart, catalog))
            .Any(
                pair => Leads(graph, pair.Taken, back.Source) && !IsJoined(graph, pair.Taken, pair.Other, back.Source));
    }

    /// <summary>Two connections that one completion of the fork follows both.</summary>
    private static IEnumerable<(string Taken, string Other)> Pairs(
        FlowGraph graph, string fork, ActivityNode flowchart, ActivityCatalog catalog)
    {
        var forward = graph.Outbound(fork).Where(edge => !edge.IsBackward).ToList();
        var takesAll = TakesSeveral(flowchart.Child(fork)!, catalog);

        return from taken in forward
               from other in forward
               where taken != other && (takesAll || taken.Drawn.SourcePort == other.Drawn.SourcePort)
               select (taken.Target, other.Target);
    }

    /// <summary>Whether one completion may end with several outcomes.</summary>
    private static bool TakesSeveral(ActivityNode node, ActivityCatalog catalog)
    {
        var type = catalog.Find(node.Type, node.Version)?.ClrType;

        return type == typeof(FlowFork) || type == typeof(BulkDispatchWorkflows)
            || (type == typeof(FlowSwitch) && node.Input(nameof(FlowSwitch.Mode)) is { } mode
                && mode.Value?.ToString() != nameof(SwitchMode.MatchFirst))
            || (type == typeof(RunJavaScript)
                && node.Input(nameof(RunJavaScript.Script))?.Value?.ToString().Contains("setOutcomes", StringComparison.Ordinal) == true);
    }

    /// <summary>
    /// Whether every path of the one branch to the end passes a place where the other branch arrives too.
    /// </summary>
    private static bool IsJoined(FlowGraph graph, string taken, string other, string end)
    {
        var joins = graph.Reached.Where(id => id == other || graph.AncestorsOf(id).Contains(other)).ToHashSet();

        return !Leads(graph, taken, end, avoiding: joins);
    }

    private static bool Leads(FlowGraph graph, string from, string to, HashSet<string>? avoiding = null)
    {
        var seen = new HashSet<string>();
        var open = new Stack<string>([from]);

        while (open.TryPop(out var next))
        {
            if (avoiding?.Contains(next) == true || !seen.Add(next))
            {
                continue;
            }

            if (next == to)
            {
                return true;
            }

            foreach (var edge in graph.Outbound(next).Where(edge => !edge.IsBackward))
            {
                open.Push(edge.Target);
            }
        }

        return false;
    }
}
