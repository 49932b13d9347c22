using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.Documents;
using TitleWorkflow.Engine.Expressions;

namespace TitleWorkflow.Application.Workflows.Guards;

/// <summary>Every way through one flowchart, and what is certain at each of its steps.</summary>
/// <param name="graph">The part of it that can be reached.</param>
/// <param name="steps">Its steps by id.</param>
/// <param name="lostOn">What a step takes away when it is left by an outcome.</param>
/// <param name="through">
/// What is certain once a step is left by an outcome: of what is certain before it, and of what branches beside it may take away.
/// </param>
/// <param name="chooses">Whether a step is left by one outcome only, whichever.</param>
internal sealed class CaseWays(
    FlowGraph graph,
    Dictionary<string, ActivityNode> steps,
    Func<ActivityNode, string?, CaseFacts> lostOn,
    Func<ActivityNode, CaseFacts, CaseFacts, string, CaseFacts> through,
    Predicate<ActivityNode> chooses)
{
    // What no step takes away again, other than a re-examination.
    private const CaseFacts Lasting = CaseFacts.EmployerPosted | CaseFacts.Accepted | CaseFacts.Assigned | CaseFacts.GroupReviewed;

    private readonly Dictionary<string, CaseFacts> facts = graph.Reached.ToDictionary(id => id, _ => CaseFacts.All);
    private readonly Dictionary<string, CaseFacts> beside = [];

    /// <summary>What is certain at each step that can be reached, if <paramref name="known"/> is at the first.</summary>
    /// <param name="known">What is certain where the flowchart begins.</param>
    /// <param name="unsure">What may be taken away at any time, by something beside the flowchart.</param>
    public IReadOnlyDictionary<string, CaseFacts> Follow(CaseFacts known, CaseFacts unsure)
    {
        LoseBeside();
        var open = new Queue<string>(graph.Reached);
        while (open.TryDequeue(out var id))
        {
            var certain = (Arriving(id) & (id == graph.Start ? known : CaseFacts.All)) & ~(Beside(id) | unsure);
            if (certain != facts[id])
            {
                facts[id] = certain;
                graph.Outbound(id).ToList().ForEach(edge => open.Enqueue(edge.Target));
            }
        }

        return facts;
    }

    /// <summary>What branches that may be under way beside a step take away.</summary>
    public CaseFacts Beside(string id) => beside.GetValueOrDefault(id);

    /// <summary>Whether an outcome of a step leads anywhere.</summary>
    public bool Leads(string id, string outcome) => graph.Outbound(id).Any(edge => Port(edge) == outcome);

    // A join that waits for all knows what all branches bring; everywhere else only what each way brings is certain.
    private CaseFacts Arriving(string id)
    {
        var forward = graph.InboundForward(id).Select(Along).ToList();
        var brought = graph.InboundForward(id).Aggregate(CaseFacts.None, (all, edge) => all | (Along(edge) & ~Beside(edge.Source)));
        var joined = forward.Aggregate(CaseFacts.All, (all, one) => all & one)
            | (WaitsForAll(steps[id]) ? brought & Lasting : CaseFacts.None);
        return graph.Inbound(id).Where(edge => edge.IsBackward).Aggregate(joined, (all, edge) => all & Along(edge));
    }

    private CaseFacts Along(FlowEdge edge) => through(steps[edge.Source], facts[edge.Source], Beside(edge.Source), Port(edge));

    private static string Port(FlowEdge edge) => string.IsNullOrEmpty(edge.Drawn.SourcePort) ? "Done" : edge.Drawn.SourcePort;

    private static bool WaitsForAll(ActivityNode node) =>
        node.Type == "Elsa.FlowJoin"
        && node.Input("Mode") is { Type: ExpressionTypes.Literal } mode && mode.Value?.ToString() == "WaitAll";

    // What a branch takes away is uncertain in every branch that may be under way beside it.
    private void LoseBeside()
    {
        var ahead = graph.Reached.ToDictionary(id => id, Ahead);
        var losing = graph.Reached.ToDictionary(id => id, id => graph.Outbound(id)
            .Aggregate(lostOn(steps[id], null), (all, edge) => all | lostOn(steps[id], edge.Drawn.SourcePort)));
        foreach (var (taken, other) in graph.Reached.SelectMany(Pairs))
        {
            foreach (var loser in ahead[taken].Where(id => losing[id] != CaseFacts.None))
            {
                foreach (var id in ahead[other].Where(id => !ahead[loser].Contains(id) && !ahead[id].Contains(loser)))
                {
                    beside[id] = beside.GetValueOrDefault(id) | losing[loser];
                }
            }
        }
    }

    // Two connections that one completion may follow both; a choice among outcomes follows one.
    private IEnumerable<(string Taken, string Other)> Pairs(string id)
    {
        var forward = graph.Outbound(id).Where(edge => !edge.IsBackward).ToList();
        var isChoice = chooses(steps[id]);
        return from taken in forward
               from other in forward
               where taken != other && taken.Target != other.Target
                   && (!isChoice || taken.Drawn.SourcePort == other.Drawn.SourcePort)
               select (taken.Target, other.Target);
    }

    private HashSet<string> Ahead(string start)
    {
        var seen = new HashSet<string> { start };
        var open = new Stack<string>([start]);
        while (open.TryPop(out var next))
        {
            foreach (var edge in graph.Outbound(next).Where(edge => !edge.IsBackward && seen.Add(edge.Target)))
            {
                open.Push(edge.Target);
            }
        }

        return seen;
    }
}
