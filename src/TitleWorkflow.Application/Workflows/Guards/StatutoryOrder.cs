using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.Documents;

namespace TitleWorkflow.Application.Workflows.Guards;

/// <summary>
/// The order the regulation demands (法定次序): follows every way a case can take through a drawing, and through the sub-flows
/// drawn in it, and keeps what is certain on all of them; a step that needs more than that is refused with the rule it breaks.
/// </summary>
internal sealed class StatutoryOrder
{
    private const string Chart = "Elsa.Flowchart";
    private const string List = "Elsa.Sequence";

    // From here nothing leads on in the flow around it.
    private static readonly string[] Final = ["Elsa.Complete", "Elsa.Finish", "Elsa.Fault"];

    private readonly InlinedWorkflow whole;
    private readonly ActivityCatalog catalog;
    private readonly List<DocumentError> errors = [];
    private readonly Dictionary<(ActivityNode Step, CaseFacts Known, Surroundings Around), FlowExits> known = [];

    private StatutoryOrder(InlinedWorkflow whole, ActivityCatalog catalog) => (this.whole, this.catalog) = (whole, catalog);

    /// <param name="IsMain">Whether it stands in the main drawing, where the regulation's own steps belong.</param>
    /// <param name="Unsure">What a branch beside it may take away at any time.</param>
    /// <param name="Exits">Where the sub-flow around it is left; null in the flow itself.</param>
    private readonly record struct Surroundings(bool IsMain, CaseFacts Unsure, FlowExits? Exits);

    /// <summary>Every step that a case may come to without what must come before it; empty if none is.</summary>
    /// <param name="whole">The flow, its sub-flows written out.</param>
    /// <param name="catalog">The types of its steps.</param>
    /// <param name="atStart">What is certain where it begins.</param>
    public static IEnumerable<DocumentError> Check(InlinedWorkflow whole, ActivityCatalog catalog, CaseFacts atStart)
    {
        var order = new StatutoryOrder(whole, catalog);
        order.Visit(whole.Document.Root, atStart, new Surroundings(IsMain: true, CaseFacts.None, null));
        return order.errors.Distinct();
    }

    private void Visit(ActivityNode node, CaseFacts certain, Surroundings around)
    {
        var missing = StatutoryStep.Needs(node).Where(need => !certain.HasFlag(need.Fact));
        errors.AddRange(missing.Select(need => FlowFloor.Error(
            need.Rule.Code, node.Path,
            $"“{node.DisplayText}”之前缺少法定前提。 / “{node.DisplayText}” can be reached without what must come before it: {need.Rule.Message} "
            + Citation.Of(need.Rule))));
        if (whole.Behind(node) is not null)
        {
            Enter(node, certain, around);
        }
        else if (node.Type == Chart)
        {
            VisitChart(node, certain, around, isWhole: node.Parent is null);
        }
        else
        {
            around.Exits?.LeaveBy(node, certain);
            VisitChildren(node, certain, around);
        }
    }

    private void VisitChildren(ActivityNode node, CaseFacts before, Surroundings around)
    {
        var isParallel = node.Type.Contains("Parallel", StringComparison.Ordinal) || node.Type == "Elsa.Fork";
        var lost = LostWithin(node);
        var inside = around with { Unsure = around.Unsure | (isParallel ? lost : CaseFacts.None) };
        var certain = before & ~lost;
        foreach (var child in node.Children)
        {
            var isMain = around.IsMain && node.Type == List;
            RequireMainDrawing(child, isMain);
            Visit(child, certain, inside with { IsMain = isMain && whole.Behind(child) is not null });
            certain = node.Type == List ? After(child, certain, inside with { IsMain = isMain }) : certain;
        }
    }

    // Where a sub-flow is left, and with what. What is certain can only become less while ways are followed, so what is said too
    // early is never more than what is said in the end.
    private FlowExits Enter(ActivityNode step, CaseFacts certain, Surroundings around)
    {
        var key = (step, certain, around with { Exits = null });
        if (known.TryGetValue(key, out var found))
        {
            return found;
        }

        var exits = known[key] = new FlowExits();
        var inside = around with { Exits = exits };
        var body = step.Children.FirstOrDefault(c => c.Path == step.Path + ".root");
        if (body is { Type: Chart } && whole.Behind(body) is null)
        {
            VisitChart(body, certain, inside, isWhole: false);
        }
        else if (body is not null)
        {
            RequireMainDrawing(body, around.IsMain);
            Visit(body, certain, inside);
        }

        if (body is null || (body.Type != Chart && !Final.Contains(body.Type)))
        {
            exits.Leave("Done", body is null ? certain : After(body, certain, inside));
        }

        return exits;
    }

    private void VisitChart(ActivityNode chart, CaseFacts certain, Surroundings around, bool isWhole)
    {
        var steps = chart.Children.DistinctBy(c => c.Id).ToDictionary(c => c.Id);
        chart.Children.ToList().ForEach(child => RequireMainDrawing(child, around.IsMain));
        var isBody = chart.Parent is { } parent && whole.Behind(parent) is not null;
        var begin = FlowGraph.Of(chart, catalog) is { } graph ? [(graph.Start, certain)] : Array.Empty<(string, CaseFacts)>();

        // A flow that an event or the clock starts begins in the middle, with nothing behind it; a sub-flow never does.
        var triggers = chart.Children
            .Where(c => !isBody && c.CanStartWorkflow && catalog.Find(c.Type, c.Version)?.IsTrigger == true)
            .Select(c => (c.Id, certain & CaseFacts.Live));
        foreach (var (start, first) in begin.UnionBy(triggers, way => way.Item1))
        {
            var ways = new CaseWays(new FlowGraph(start, chart.Connections), steps, LostOn, Through, Chooses);
            foreach (var (id, facts) in ways.Follow(first, around.Unsure))
            {
                var here = around with { Unsure = around.Unsure | ways.Beside(id) };
                Visit(steps[id], facts, here with { IsMain = IsMainFor(steps[id]) });
                if (isBody)
                {
                    Rest(ways, steps[id], facts, here);
                }
            }
        }

        CaseFacts Through(ActivityNode step, CaseFacts facts, CaseFacts unsure, string outcome) =>
            Leaving(step, facts, around with { Unsure = around.Unsure | unsure, IsMain = IsMainFor(step) }, outcome);

        bool IsMainFor(ActivityNode step) => around.IsMain && whole.Behind(step) is not null;
    }

    // A sub-flow also ends where nothing follows.
    private void Rest(CaseWays ways, ActivityNode step, CaseFacts facts, Surroundings around)
    {
        if (Final.Contains(step.Type))
        {
            return;
        }

        foreach (var outcome in OutcomesOf(step, facts, around).Where(o => !ways.Leads(step.Id, o)))
        {
            around.Exits!.Leave("Done", Leaving(step, facts, around, outcome));
        }
    }

    private IEnumerable<string> OutcomesOf(ActivityNode step, CaseFacts facts, Surroundings around) => whole.Behind(step) is not null
        ? Enter(step, facts, around).Ports
        : (catalog.Find(step.Type, step.Version)?.OutcomesOf(step) ?? []).DefaultIfEmpty("Done");

    private CaseFacts Leaving(ActivityNode step, CaseFacts facts, Surroundings around, string outcome)
    {
        if (whole.Behind(step) is not null)
        {
            return Enter(step, facts, around).By(outcome);
        }

        return (facts & ~LostOn(step, outcome)) | StatutoryStep.Effect(step, outcome).Gained;
    }

    private bool Chooses(ActivityNode step) => whole.Behind(step) is not null
        ? step.SelfAndDescendants().All(FlowExits.GivesOne)
        : FlowFloor.IsOurs(step) || step.Type == "Elsa.FlowDecision";

    private void RequireMainDrawing(ActivityNode node, bool isMain)
    {
        if (!isMain && StatutoryStep.IsOfMainDrawing(node))
        {
            errors.Add(FlowFloor.Error(
                "floor.place", node.Path,
                $"“{node.DisplayText}”是法定环节，只能放在流程的主图上。 / “{node.DisplayText}” is a statutory step and stands in the main drawing of the flow."));
        }
    }

    private CaseFacts After(ActivityNode node, CaseFacts before, Surroundings around) =>
        node.Children.Count > 0 && whole.Behind(node) is null
            ? before & ~LostWithin(node)
            : OutcomesOf(node, before, around).Aggregate(CaseFacts.All, (all, outcome) => all & Leaving(node, before, around, outcome));

    private CaseFacts LostOn(ActivityNode node, string? outcome) =>
        node.Children.Count > 0 ? LostWithin(node) : StatutoryStep.Effect(node, outcome).Lost;

    // Whatever something inside may undo is uncertain for all of it: a loop comes round, a branch runs beside.
    private CaseFacts LostWithin(ActivityNode node) => node.SelfAndDescendants().Skip(1)
        .SelectMany(inner => (catalog.Find(inner.Type, inner.Version)?.OutcomesOf(inner) ?? []).Select(o => StatutoryStep.Effect(inner, o).Lost))
        .Aggregate(CaseFacts.None, (all, lost) => all | lost);
}
