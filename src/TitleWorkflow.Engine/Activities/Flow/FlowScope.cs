namespace TitleWorkflow.Engine.Activities;

/// <summary>
/// How far a flowchart has come; stored with its execution. Keyed by ids, so that it survives a changed drawing.
/// </summary>
internal sealed class FlowScope
{
    public const string Key = "Flowchart:Scope";

    public string Start { get; init; } = "";

    public FlowchartMode Mode { get; init; }

    public Dictionary<string, int> Activities { get; init; } = [];

    public Dictionary<string, int> Connections { get; init; } = [];

    /// <summary>The connections whose last visit was followed.</summary>
    public HashSet<string> Followed { get; init; } = [];

    /// <summary>Token mode: what is under way on connections.</summary>
    public List<FlowToken> Tokens { get; init; } = [];

    public int Visits(string activity) => Activities.GetValueOrDefault(activity);

    public int Visits(FlowEdge edge) => Connections.GetValueOrDefault(edge.Key);

    public void Visit(string activity) => Activities[activity] = Visits(activity) + 1;

    public void Visit(FlowEdge edge, bool followed)
    {
        Connections[edge.Key] = Visits(edge) + 1;

        if (followed)
        {
            Followed.Add(edge.Key);
        }
        else
        {
            Followed.Remove(edge.Key);
        }
    }

    /// <summary>Whether the connection has been visited in the round that its target still has to answer.</summary>
    public bool HasArrived(FlowEdge edge) => Visits(edge) > Visits(edge.Target);

    public bool HasArrivedFollowed(FlowEdge edge) => HasArrived(edge) && Followed.Contains(edge.Key);
}

/// <summary>A token on a connection.</summary>
internal sealed class FlowToken
{
    public required string Connection { get; init; }

    /// <summary>A race was decided against it.</summary>
    public bool IsBlocked { get; set; }
}
