using TitleWorkflow.Engine.Documents;

namespace TitleWorkflow.Engine.Activities;

/// <summary>One connection as a flowchart sees it from a certain start.</summary>
/// <param name="Drawn">The connection in the document.</param>
/// <param name="IsBackward">Whether it closes a cycle.</param>
/// <param name="IsValid">Whether it may be followed: a backward one only if no forward path gets past its
/// target.</param>
public sealed record FlowEdge(Connection Drawn, bool IsBackward, bool IsValid)
{
    /// <summary>The id of the activity it leaves.</summary>
    public string Source => Drawn.Source;

    /// <summary>The id of the activity it leads to.</summary>
    public string Target => Drawn.Target;

    internal string Key => Drawn.Key;
}

/// <summary>
/// The part of a flowchart that can be reached from one start, forward and backward connections told apart.
/// </summary>
public sealed class FlowGraph
{
    private readonly Dictionary<string, List<FlowEdge>> outbound = [];
    private readonly Dictionary<string, List<FlowEdge>> inboundForward = [];
    private readonly Dictionary<string, List<FlowEdge>> inbound = [];

    /// <summary>The part that can be reached from an activity.</summary>
    /// <param name="start">The activity's id.</param>
    /// <param name="connections">All connections of the flowchart, in the order of the document.</param>
    public FlowGraph(string start, IEnumerable<Connection> connections)
    {
        Start = start;
        var bySource = connections
            .Where(connection => connection.IsAttached)
            .DistinctBy(connection => connection.Key)
            .ToLookup(connection => connection.Source);
        var forward = new HashSet<Connection>(ReferenceEqualityComparer.Instance);
        var reached = new List<string> { start };
        var ancestors = new Dictionary<string, HashSet<string>> { [start] = [start] };

        // Breadth first, in document order: that decides which edge of a cycle counts as the one that closes it.
        for (var i = 0; i < reached.Count; i++)
        {
            foreach (var connection in bySource[reached[i]])
            {
                if (!ancestors.ContainsKey(connection.Target))
                {
                    ancestors[connection.Target] = [connection.Target];
                    reached.Add(connection.Target);
                }

                if (!ancestors[connection.Source].Contains(connection.Target))
                {
                    forward.Add(connection);
                    Inherit(connection, ancestors, bySource, forward);
                }
            }
        }

        Reached = reached;

        foreach (var connection in reached.SelectMany(id => bySource[id]))
        {
            var isBackward = !forward.Contains(connection);
            var isValid = !isBackward || Dominates(connection.Target, connection.Source, bySource, forward);
            Add(new FlowEdge(connection, isBackward, isValid));
        }
    }

    /// <summary>The activity all paths begin at.</summary>
    public string Start { get; }

    /// <summary>Every activity that can be reached, breadth first.</summary>
    public IReadOnlyList<string> Reached { get; }

    /// <summary>Every connection between activities that can be reached.</summary>
    public IEnumerable<FlowEdge> Edges => Reached.SelectMany(Outbound);

    /// <summary>The connections that leave an activity, in the order of the document.</summary>
    public IReadOnlyList<FlowEdge> Outbound(string id) => outbound.GetValueOrDefault(id) ?? [];

    /// <summary>The connections that lead to an activity and close no cycle.</summary>
    public IReadOnlyList<FlowEdge> InboundForward(string id) => inboundForward.GetValueOrDefault(id) ?? [];

    /// <summary>All connections that lead to an activity.</summary>
    public IReadOnlyList<FlowEdge> Inbound(string id) => inbound.GetValueOrDefault(id) ?? [];

    /// <summary>The part of a flowchart that a run can reach.</summary>
    /// <returns>Null if the flowchart is empty.</returns>
    public static FlowGraph? Of(ActivityNode flowchart, ActivityCatalog catalog) =>
        FlowStart.Find(flowchart, trigger: null, child => catalog.Find(child.Type, child.Version)?.IsStart ?? false) is { } start
            ? new FlowGraph(start, flowchart.Connections)
            : null;

    /// <summary>Every activity from which a forward path leads to this one; not itself.</summary>
    public HashSet<string> AncestorsOf(string id)
    {
        var ancestors = new HashSet<string>();
        var open = new Stack<string>([id]);

        while (open.TryPop(out var next))
        {
            foreach (var edge in InboundForward(next))
            {
                if (ancestors.Add(edge.Source))
                {
                    open.Push(edge.Source);
                }
            }
        }

        return ancestors;
    }

    private static void Inherit(
        Connection accepted,
        Dictionary<string, HashSet<string>> ancestors,
        ILookup<string, Connection> bySource,
        HashSet<Connection> forward)
    {
        var open = new Stack<Connection>([accepted]);

        while (open.TryPop(out var connection))
        {
            var known = ancestors[connection.Target];
            var before = known.Count;
            known.UnionWith(ancestors[connection.Source]);

            if (known.Count > before)
            {
                foreach (var next in bySource[connection.Target].Where(forward.Contains))
                {
                    open.Push(next);
                }
            }
        }
    }

    private bool Dominates(
        string target, string source, ILookup<string, Connection> bySource, HashSet<Connection> forward)
    {
        if (target == Start || target == source)
        {
            return true;
        }

        var seen = new HashSet<string> { Start };
        var open = new Stack<string>([Start]);

        while (open.TryPop(out var next))
        {
            if (next == source)
            {
                return false;
            }

            foreach (var connection in bySource[next].Where(forward.Contains))
            {
                if (connection.Target != target && seen.Add(connection.Target))
                {
                    open.Push(connection.Target);
                }
            }
        }

        return true;
    }

    private void Add(FlowEdge edge)
    {
        Append(outbound, edge.Source, edge);
        Append(inbound, edge.Target, edge);

        if (!edge.IsBackward)
        {
            Append(inboundForward, edge.Target, edge);
        }
    }

    private static void Append(Dictionary<string, List<FlowEdge>> index, string id, FlowEdge edge)
    {
        if (!index.TryGetValue(id, out var edges))
        {
            index[id] = edges = [];
        }

        edges.Add(edge);
    }
}
