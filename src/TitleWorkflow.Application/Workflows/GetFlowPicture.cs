using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Declarations;
using TitleWorkflow.Application.WorkItems.Activities;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.Documents;
using TitleWorkflow.Engine.State;
using TitleWorkflow.Persistence;
using TitleWorkflow.Persistence.Workflows;

namespace TitleWorkflow.Application.Workflows;

/// <summary>
/// Draws a flow as its designer placed it, and lists the same steps in words; with a case, marks its finished path and where
/// it stands.
/// </summary>
public static class GetFlowPicture
{
    /// <param name="DefinitionId">The flow's id.</param>
    /// <param name="Version">Number of the version; null for the case's own, else the one in force, else the newest.</param>
    /// <param name="Declaration">The case whose way is marked; null for none. Offices only: it tells where the case stands.</param>
    public sealed record Query(string DefinitionId, int? Version = null, DeclarationId? Declaration = null) : IRequest<Result>;

    /// <param name="Name">The version's name.</param>
    /// <param name="Version">Its number.</param>
    /// <param name="Steps">The boxes, in the order a case meets them.</param>
    /// <param name="Ways">The arrows.</param>
    public sealed record Result(string Name, int Version, IReadOnlyList<Step> Steps, IReadOnlyList<Way> Ways);

    /// <summary>What sort of step a box is.</summary>
    public enum StepKind
    {
        /// <summary>Where cases begin.</summary>
        Start,

        /// <summary>People do something.</summary>
        People,

        /// <summary>The product does something, or waits.</summary>
        Product,

        /// <summary>Where cases end.</summary>
        End,
    }

    /// <summary>How far the marked case is with a step.</summary>
    public enum StepState
    {
        /// <summary>No case is marked, or the case has not been here.</summary>
        Open,

        /// <summary>Left behind.</summary>
        Done,

        /// <summary>The case stands here.</summary>
        Now,
    }

    /// <param name="Id">The step in its document.</param>
    /// <param name="Text">Its name, Chinese.</param>
    /// <param name="English">Its English name; null if the flow gives none.</param>
    /// <param name="Kind">What sort of step it is.</param>
    /// <param name="State">How far the marked case is with it.</param>
    /// <param name="Role">Role identifier of those who do it; null if the flow does not say.</param>
    /// <param name="WorkingDays">Time allowed; null for none.</param>
    /// <param name="Place">Where it is drawn.</param>
    public sealed record Step(
        string Id, string Text, string? English, StepKind Kind, StepState State, string? Role, int? WorkingDays, FlowPlace Place);

    /// <param name="From">The step it leaves.</param>
    /// <param name="To">The step it leads to.</param>
    /// <param name="Outcome">What it stands for; null where the step has only this way.</param>
    /// <param name="Taken">Whether the marked case went along it.</param>
    /// <param name="Points">Its bends, both ends included.</param>
    public sealed record Way(string From, string To, string? Outcome, bool Taken, IReadOnlyList<Point> Points);

    internal sealed class Handler(TitleDb db, DeclarationAccess access, ActivityCatalog catalog)
        : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var instance = query.Declaration is { } id ? await InstanceAsync(id, ct) : null;
            var versions = db.WorkflowVersions.AsNoTracking().Where(v => v.DefinitionId == query.DefinitionId);
            var version = await (query.Version is { } number ? versions.Where(v => v.Version == number)
                    : instance is not null ? versions.Where(v => v.Id == instance.VersionId)
                    : versions.OrderByDescending(v => v.IsPublished).ThenByDescending(v => v.Version))
                .FirstOrDefaultAsync(ct) ?? throw new NotFoundException();
            if (FlowDrawing.Chart(WorkflowDocument.Parse(version.Json)) is not { Children.Count: > 0 } chart)
            {
                return new Result(version.Name, version.Version, [], []);
            }

            var places = FlowDrawing.Places(chart);
            var past = instance is null ? new Past([], []) : await PastAsync(instance, ct);
            return new Result(
                version.Name, version.Version,
                [.. FlowDrawing.InOrder(chart, catalog).Select(node => Draw(node, places[node.Id], past))],
                Ways(chart, places, past));
        }

        // Where a case stands in the assessment is nobody's business but the offices'.
        private async Task<InstanceRow> InstanceAsync(DeclarationId declaration, CancellationToken ct) =>
            await access.SightOfAsync(declaration, ct) == Sight.Office
            && await db.WorkflowInstances.AsNoTracking().SingleOrDefaultAsync(i => i.Id == declaration.ToString(), ct) is { } row
                ? row
                : throw new NotFoundException();

        private async Task<Past> PastAsync(InstanceRow instance, CancellationToken ct)
        {
            var completed = await db.WorkflowJournal.AsNoTracking()
                .Where(j => j.InstanceId == instance.Id && j.EventName == JournalEvents.Completed)
                .Select(j => new { j.ActivityId, j.Outcomes }).ToListAsync(ct);
            return new Past(
                completed.SelectMany(c => (c.Outcomes.Count == 0 ? ["Done"] : c.Outcomes).Select(o => (c.ActivityId, o))).ToHashSet(),
                WorkflowInstance.FromJson(instance.State).ActiveActivities().Select(a => a.NodeId.Split(':')[^1]).ToHashSet());
        }

        private Step Draw(ActivityNode node, FlowPlace place, Past past)
        {
            var descriptor = catalog.Find(node.Type, node.Version);
            var days = FlowFloor.Literal(node, nameof(HumanTask.DueWorkingDays));
            return new Step(
                node.Id,
                node.DisplayText,
                FlowFloor.Literal(node, nameof(HumanTask.EnglishName)) is { Length: > 0 } english ? english : null,
                descriptor switch
                {
                    { IsStart: true } => StepKind.Start,
                    { IsTerminal: true } => StepKind.End,
                    _ => FlowFloor.Is<HumanTask>(node) ? StepKind.People : StepKind.Product,
                },
                past.Now.Contains(node.Id) ? StepState.Now
                    : past.Done.Any(d => d.Step == node.Id) ? StepState.Done : StepState.Open,
                FlowFloor.Literal(node, nameof(HumanTask.Role)),
                int.TryParse(days, out var allowed) && allowed > 0 ? allowed : null,
                place);
        }

        private List<Way> Ways(ActivityNode chart, IReadOnlyDictionary<string, FlowPlace> places, Past past)
        {
            var drawn = chart.Connections.Where(c => places.ContainsKey(c.Source) && places.ContainsKey(c.Target)).ToList();
            var router = new FlowRouter([.. places.Values]);
            var routes = new Dictionary<Connection, IReadOnlyList<Point>>(ReferenceEqualityComparer.Instance);

            // Neighbours first: they get the straight way, those far apart go around.
            foreach (var connection in drawn.OrderBy(c => Distance(places[c.Source], places[c.Target])))
            {
                var (from, to) = (places[connection.Source], places[connection.Target]);
                routes[connection] = connection.Vertices.Count == 0
                    ? router.Route(from, to)
                    : [Edge(from, connection.Vertices[0]), .. connection.Vertices, Edge(to, connection.Vertices[^1])];
            }

            return
            [
                .. drawn.Select(c => new Way(
                    c.Source, c.Target, HasChoice(chart, c.Source) ? c.SourcePort : null,
                    past.Done.Contains((c.Source, c.SourcePort ?? "Done")), routes[c])),
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

        private sealed record Past(HashSet<(string Step, string Outcome)> Done, HashSet<string> Now);
    }
}
