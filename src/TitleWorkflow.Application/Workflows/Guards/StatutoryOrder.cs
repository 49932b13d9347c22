using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.Documents;

namespace TitleWorkflow.Application.Workflows.Guards;

/// <summary>
/// The order the regulation demands (法定次序): follows every way a case can take through a drawing and keeps what is certain on
/// all of them; a step that needs more than that is refused with the rule it breaks.
/// </summary>
internal sealed class StatutoryOrder
{
    private readonly ActivityCatalog catalog;
    private readonly List<DocumentError> errors = [];

    private StatutoryOrder(ActivityCatalog catalog) => this.catalog = catalog;

    /// <summary>Every step that a case may come to without what must come before it; empty if none is.</summary>
    public static IEnumerable<DocumentError> Check(WorkflowDocument document, ActivityCatalog catalog)
    {
        var order = new StatutoryOrder(catalog);
        order.Visit(document.Root, CaseFacts.Live, isMain: true);
        return order.errors.Distinct();
    }

    private void Visit(ActivityNode node, CaseFacts known, bool isMain)
    {
        var missing = StatutoryStep.Needs(node).Where(need => !known.HasFlag(need.Fact));
        errors.AddRange(missing.Select(need => FlowFloor.Error(
            need.Rule.Code, node.Path,
            $"“{node.DisplayText}”之前缺少法定前提。 / “{node.DisplayText}” can be reached without what must come before it: {need.Rule.Message} "
            + Citation.Of(need.Rule))));
        if (node.Type == "Elsa.Flowchart")
        {
            VisitChart(node, known, isMain);
            return;
        }

        var certain = known & ~LostWithin(node);
        foreach (var child in node.Children)
        {
            RequireMainDrawing(child, isMain && node.Type == "Elsa.Sequence");
            Visit(child, certain, isMain: false);
            certain = node.Type == "Elsa.Sequence" ? After(child, certain) : certain;
        }
    }

    private void VisitChart(ActivityNode chart, CaseFacts known, bool isMain)
    {
        var steps = chart.Children.DistinctBy(c => c.Id).ToDictionary(c => c.Id);
        chart.Children.ToList().ForEach(child => RequireMainDrawing(child, isMain));
        var begin = FlowGraph.Of(chart, catalog) is { } graph ? [graph.Start] : Array.Empty<string>();
        var triggers = chart.Children.Where(c => c.CanStartWorkflow && catalog.Find(c.Type, c.Version)?.IsTrigger == true).Select(c => c.Id);

        // A flow that an event or the clock starts begins in the middle, with nothing behind it.
        foreach (var way in begin.Union(triggers).Select(start => new CaseWays(new FlowGraph(start, chart.Connections), steps)))
        {
            foreach (var (id, facts) in way.Follow(known, LostOn))
            {
                Visit(steps[id], facts, isMain: false);
            }
        }
    }

    private void RequireMainDrawing(ActivityNode node, bool isMain)
    {
        if (!isMain && StatutoryStep.IsOfMainDrawing(node))
        {
            errors.Add(FlowFloor.Error(
                "floor.place", node.Path,
                $"“{node.DisplayText}”是法定环节，只能放在流程的主图上。 / “{node.DisplayText}” is a statutory step and stands in the main drawing of the flow."));
        }
    }

    private CaseFacts After(ActivityNode node, CaseFacts before)
    {
        if (node.Children.Count > 0)
        {
            return before & ~LostWithin(node);
        }

        var outcomes = catalog.Find(node.Type, node.Version)?.OutcomesOf(node) ?? [];
        return outcomes.DefaultIfEmpty("Done").Select(o => StatutoryStep.Effect(node, o))
            .Aggregate(CaseFacts.All, (all, effect) => all & ((before & ~effect.Lost) | effect.Gained));
    }

    private CaseFacts LostOn(ActivityNode node, string? outcome) =>
        node.Children.Count > 0 ? LostWithin(node) : StatutoryStep.Effect(node, outcome).Lost;

    // Whatever something inside may undo is uncertain for all of it: a loop comes round, a branch runs beside.
    private CaseFacts LostWithin(ActivityNode node) => node.SelfAndDescendants().Skip(1)
        .SelectMany(inner => (catalog.Find(inner.Type, inner.Version)?.OutcomesOf(inner) ?? []).Select(o => StatutoryStep.Effect(inner, o).Lost))
        .Aggregate(CaseFacts.None, (all, lost) => all | lost);
}
