using TitleWorkflow.Application.Workflows.Guards;
using TitleWorkflow.Application.WorkItems.Activities;
using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.Documents;
using TitleWorkflow.Engine.State;

namespace TitleWorkflow.Application.Workflows;

/// <summary>Lays out a version of a flow for drawing: boxes in the order a case meets them, arrows around the boxes.</summary>
internal sealed class FlowSketch(StepTypes types)
{
    /// <summary>The version as its designer placed it, marked with the way an instance took.</summary>
    /// <param name="name">The version's name.</param>
    /// <param name="number">Its number.</param>
    /// <param name="document">Its document.</param>
    /// <param name="trace">The instance; null to mark nothing.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<GetFlowPicture.Result> DrawAsync(
        string name, int number, WorkflowDocument document, InstanceTrace? trace, CancellationToken ct)
    {
        var catalog = await types.ForAsync(document, trace?.Instance, ct);
        var whole = new InlinedWorkflow(document, catalog);
        var sheet = new Sheet(whole, catalog, trace?.Path ?? PathTaken.None, trace is null ? [] : [.. trace.Instance.ActiveActivities()]);
        return sheet.Draw(name, number, FlowDrawing.Chart(whole.Document));
    }

    /// <summary>
    /// A step's English name: a task's own; of any other step the <c>englishText</c> beside its display text; null if the flow
    /// gives neither.
    /// </summary>
    public static string? EnglishName(ActivityNode node) =>
        FlowFloor.Literal(node, nameof(HumanTask.EnglishName)) is { Length: > 0 } own ? own
        : node.Metadata["englishText"]?.ToString() is { Length: > 0 } beside ? beside
        : null;

    /// <summary>Working days a task may take; null for no limit, and for any other step.</summary>
    public static int? AllowedDays(ActivityNode node) =>
        int.TryParse(FlowFloor.Literal(node, nameof(HumanTask.DueWorkingDays)), out var allowed) && allowed > 0 ? allowed : null;

    // What one picture needs; the flows used as steps are drawn after it, in the order of their steps.
    private sealed class Sheet(
        InlinedWorkflow whole, ActivityCatalog catalog, PathTaken path, IReadOnlyCollection<ActiveActivity> active)
    {
        public GetFlowPicture.Result Draw(string name, int number, ActivityNode? chart)
        {
            if (chart is not { Children.Count: > 0 })
            {
                return new GetFlowPicture.Result(name, number, [], [], []);
            }

            var places = FlowDrawing.Places(chart);
            var order = FlowDrawing.InOrder(chart, catalog);
            return new GetFlowPicture.Result(
                name, number,
                [.. order.Select(node => Step(node, places[node.Id]))],
                Ways(chart, [.. order.Select(n => n.Id)], places),
                [.. order.Select(Part).OfType<GetFlowPicture.Part>()]);
        }

        private GetFlowPicture.Part? Part(ActivityNode node) => whole.Behind(node) is { } behind
            ? new GetFlowPicture.Part(node.Id, Draw(node.DisplayText, behind.Version, node.Children.FirstOrDefault(c => c.Type == "Elsa.Flowchart")))
            : null;

        private GetFlowPicture.Step Step(ActivityNode node, FlowPlace place)
        {
            var descriptor = catalog.Find(node.Type, node.Version);
            return new GetFlowPicture.Step(
                node.Id,
                node.DisplayText,
                EnglishName(node),
                descriptor switch
                {
                    { IsStart: true } => GetFlowPicture.StepKind.Start,
                    { IsTerminal: true } => GetFlowPicture.StepKind.End,
                    _ => FlowFloor.Is<HumanTask>(node) ? GetFlowPicture.StepKind.People : GetFlowPicture.StepKind.Product,
                },
                State(node),
                FlowFloor.Literal(node, nameof(HumanTask.Role)),
                AllowedDays(node),
                place,
                path.Of(node.NodeId));
        }

        // A step that something inside it has halted is marked as much as the one that failed.
        private GetFlowPicture.StepState State(ActivityNode node)
        {
            var here = active.Where(a => a.NodeId == node.NodeId || a.NodeId.StartsWith(node.NodeId + ":", StringComparison.Ordinal)).ToList();
            if (here.Count > 0)
            {
                return here.Exists(a => a.Status == ActivityStatus.Faulted)
                    ? GetFlowPicture.StepState.Faulted
                    : GetFlowPicture.StepState.Now;
            }

            return (path.Of(node.NodeId) is { Count: > 0 } visits ? visits[^1].End : null) switch
            {
                VisitEnd.Done => GetFlowPicture.StepState.Done,
                VisitEnd.Skipped => GetFlowPicture.StepState.Skipped,
                VisitEnd.Cancelled => GetFlowPicture.StepState.Cancelled,
                VisitEnd.Faulted => GetFlowPicture.StepState.Faulted,
                _ => GetFlowPicture.StepState.Open,
            };
        }

        private List<GetFlowPicture.Way> Ways(ActivityNode chart, List<string> order, IReadOnlyDictionary<string, FlowPlace> places)
        {
            var drawn = chart.Connections.Where(c => places.ContainsKey(c.Source) && places.ContainsKey(c.Target)).ToList();
            var router = new FlowRouter([.. places.Values]);
            var routes = new Dictionary<Connection, IReadOnlyList<Point>>(ReferenceEqualityComparer.Instance);

            // Neighbours first: they get the straight way; those far apart, and those that lead back, go around.
            foreach (var connection in drawn.OrderBy(c => order.IndexOf(c.Target) <= order.IndexOf(c.Source))
                .ThenBy(c => Distance(places[c.Source], places[c.Target])))
            {
                var (from, to) = (places[connection.Source], places[connection.Target]);
                routes[connection] = connection.Vertices.Count == 0
                    ? router.Route(from, to)
                    : [Edge(from, connection.Vertices[0]), .. connection.Vertices, Edge(to, connection.Vertices[^1])];
            }

            return
            [
                .. drawn.Select(c => new GetFlowPicture.Way(
                    c.Source, c.Target, HasChoice(chart, c.Source) ? c.SourcePort : null,
                    path.Left($"{chart.NodeId}:{c.Source}", c.SourcePort ?? "Done"), routes[c])),
            ];
        }

        private bool HasChoice(ActivityNode chart, string step)
        {
            var node = chart.Children.First(n => n.Id == step);
            return catalog.Find(node.Type, node.Version)?.OutcomesOf(node).Count > 1;
        }

        private static double Distance(FlowPlace a, FlowPlace b) => Math.Abs(a.X - b.X) + Math.Abs(a.Y - b.Y);

        // Where the line from a bend to the middle of a box meets its edge.
        private static Point Edge(FlowPlace place, Point bend)
        {
            var (x, y) = (place.X + (place.Width / 2), place.Y + (place.Height / 2));
            var (dx, dy) = (bend.X - x, bend.Y - y);
            var far = Math.Max(Math.Abs(dx) / place.Width, Math.Abs(dy) / place.Height) * 2;
            return far <= 1 ? new Point(x, y) : new Point(x + (dx / far), y + (dy / far));
        }
    }
}
