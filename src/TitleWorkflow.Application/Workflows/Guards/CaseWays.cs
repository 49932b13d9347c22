using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.Documents;
using TitleWorkflow.Engine.Expressions;

namespace TitleWorkflow.Application.Workflows.Guards;

/// <summary>Every way through one flowchart, and what is certain at each of its steps.</summary>
internal sealed class CaseWays(FlowGraph graph, Dictionary<string, ActivityNode> steps)
{
    // What no later step takes away again.
    private const CaseFacts Lasting = CaseFacts.EmployerPosted | CaseFacts.Accepted | CaseFacts.Assigned | CaseFacts.GroupReviewed;

    private readonly Dictionary<string, CaseFacts> facts = graph.Reached.ToDictionary(id => id, _ => CaseFacts.All);

    /// <summary>What is certain at each step that can be reached, if <paramref name="known"/> is at the first.</summary>
    /// <param name="known">What is certain where the flowchart begins.</param>
    /// <param name="lostOn">What a step takes away when it is left by an outcome.</param>
    public IReadOnlyDictionary<string, CaseFacts> Follow(CaseFacts known, Func<ActivityNode, string?, CaseFacts> lostOn)
    {
        var beside = LostBeside(lostOn);
        var open = new Queue<string>(graph.Reached);
        while (open.TryDequeue(out var id))
        {
            var certain = (Arriving(id, lostOn) & (id == graph.Start ? known : CaseFacts.All)) & ~beside.GetValueOrDefault(id);
            if (certain != facts[id])
            {
                facts[id] = certain;
                graph.Outbound(id).ToList().ForEach(edge => open.Enqueue(edge.Target));
            }
        }

        return facts;
    }

    // A join that waits for all knows what all branches bring; everywhere else only what each way brings is certain.
    private CaseFacts Arriving(string id, Func<ActivityNode, string?, CaseFacts> lostOn)
    {
        var forward = graph.InboundForward(id).Select(edge => Along(edge, lostOn)).ToList();
        var joined = forward.Aggregate(CaseFacts.All, (all, one) => all & one)
            | (WaitsForAll(steps[id]) ? forward.Aggregate(CaseFacts.None, (all, one) => all | one) & Lasting : CaseFacts.None);
        return graph.Inbound(id).Where(edge => edge.IsBackward)
            .Aggregate(joined, (all, edge) => all & Along(edge, lostOn));
    }

    private CaseFacts Along(FlowEdge edge, Func<ActivityNode, string?, CaseFacts> lostOn)
    {
        var step = steps[edge.Source];
        var outcome = string.IsNullOrEmpty(edge.Drawn.SourcePort) ? "Done" : edge.Drawn.SourcePort;
        return (facts[edge.Source] & ~lostOn(step, outcome)) | StatutoryStep.Effect(step, outcome).Gained;
    }

    private static bool WaitsForAll(ActivityNode node) =>
        node.Type == "Elsa.FlowJoin"
        && node.Input("Mode") is { Type: ExpressionTypes.Literal } mode && mode.Value?.ToString() == "WaitAll";

    // What a branch takes away is uncertain in every branch that may be under way beside it.
    private Dictionary<string, CaseFacts> LostBeside(Func<ActivityNode, string?, CaseFacts> lostOn)
    {
        var ahead = graph.Reached.ToDictionary(id => id, Ahead);
        var losing = graph.Reached.ToDictionary(id => id, id => graph.Outbound(id)
            .Aggregate(lostOn(steps[id], null), (all, edge) => all | lostOn(steps[id], edge.Drawn.SourcePort)));
        var beside = new Dictionary<string, CaseFacts>();
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

        return beside;
    }

    // Two connections that one completion may follow both; a choice among outcomes follows one.
    private IEnumerable<(string Taken, string Other)> Pairs(string id)
    {
        var forward = graph.Outbound(id).Where(edge => !edge.IsBackward).ToList();
        var chooses = FlowFloor.IsOurs(steps[id]) || steps[id].Type == "Elsa.FlowDecision";
        return from taken in forward
               from other in forward
               where taken != other && taken.Target != other.Target
                   && (!chooses || taken.Drawn.SourcePort == other.Drawn.SourcePort)
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
