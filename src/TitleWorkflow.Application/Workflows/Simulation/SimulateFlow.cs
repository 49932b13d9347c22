using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Operation;
using TitleWorkflow.Application.Workflows.Drafts;
using TitleWorkflow.Application.Workflows.Figures;
using TitleWorkflow.Application.Workflows.Guards;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Engine;
using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.Documents;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Workflows.Simulation;

/// <summary>How a rehearsed case ends.</summary>
public enum RoadEnding
{
    /// <summary>At an end of the flow.</summary>
    Finished,

    /// <summary>It waits for something that does not come.</summary>
    Waiting,

    /// <summary>A step fails.</summary>
    Faulted,

    /// <summary>It goes round and round and was given up.</summary>
    Endless,

    /// <summary>The flow does not start.</summary>
    NotStarted,
}

/// <summary>
/// Rehearses a state of a flow (试算): every outcome of every step once, and the latest finished cases with the decisions
/// recorded for them. Nothing is written, nobody is told.
/// </summary>
public static class SimulateFlow
{
    /// <summary>Most cases that are replayed.</summary>
    public const int MostCases = 50;

    // A flow with more ways than this is not read as a list by anybody.
    private const int MostRoads = 60;

    /// <param name="DefinitionId">The flow's id.</param>
    /// <param name="Number">Number of the state; the draft's is the one it would get. Null for the newest.</param>
    /// <param name="Cases">How many of the latest finished cases are replayed.</param>
    public sealed record Query(string DefinitionId, int? Number = null, int Cases = 20) : IRequest<Result>;

    /// <param name="Name">The flow's name in that state.</param>
    /// <param name="Number">Number of the state.</param>
    /// <param name="IsDraft">Whether it is the draft.</param>
    /// <param name="InForce">Number of the version in force; null if none is.</param>
    /// <param name="Errors">What forbids publishing it; then nothing is rehearsed.</param>
    /// <param name="Roads">The road where everything goes well, then one for every other outcome.</param>
    /// <param name="Replays">The latest finished cases, newest first.</param>
    public sealed record Result(
        string Name,
        int Number,
        bool IsDraft,
        int? InForce,
        IReadOnlyList<DocumentError> Errors,
        IReadOnlyList<Road> Roads,
        IReadOnlyList<Replay> Replays);

    /// <param name="Choices">Where it leaves the road on which everything goes well; empty for that road itself.</param>
    /// <param name="Ending">How it ends.</param>
    /// <param name="End">Where; null if it does not start.</param>
    /// <param name="Steps">Every step in order.</param>
    /// <param name="Days">
    /// Working days it would take: at each step the median of the latest cases, else the time allowed.
    /// </param>
    public sealed record Road(
        IReadOnlyList<Choice> Choices, RoadEnding Ending, StepName? End, IReadOnlyList<StepName> Steps, int Days);

    /// <param name="Step">Where something else than the first outcome is chosen.</param>
    /// <param name="Outcome">What is chosen.</param>
    public sealed record Choice(StepName Step, string Outcome);

    /// <param name="Number">The declaration's number; null for an instance without a case.</param>
    /// <param name="Version">Number of the version it ran on.</param>
    /// <param name="Ended">Where it ended.</param>
    /// <param name="Ending">How it would end.</param>
    /// <param name="WouldEnd">Where it would end; null if it did not start.</param>
    /// <param name="More">Steps it would meet oftener than it has.</param>
    /// <param name="Fewer">Steps it would meet less often.</param>
    /// <param name="Assumed">Steps at which nobody has decided, so that the first outcome was taken.</param>
    /// <param name="Took">Working days it took.</param>
    public sealed record Replay(
        string? Number,
        int Version,
        StepName? Ended,
        RoadEnding Ending,
        StepName? WouldEnd,
        IReadOnlyList<StepName> More,
        IReadOnlyList<StepName> Fewer,
        IReadOnlyList<StepName> Assumed,
        int Took)
    {
        /// <summary>Whether the case would meet the same steps and end where it has ended.</summary>
        public bool IsSame => Ending == RoadEnding.Finished && Ended?.Id == WouldEnd?.Id && More.Count == 0 && Fewer.Count == 0;
    }

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.Cases).InclusiveBetween(0, MostCases);
    }

    internal sealed class Handler(
        TitleDb db, FlowDesigns designs, FlowHistory history, OfficialCalendar officialCalendar, StepTypes types, TimeProvider clock)
        : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var states = await designs.OfAsync(query.DefinitionId, ct);
            var state = states.FirstOrDefault(s => query.Number is null || s.Number == query.Number) ?? throw new NotFoundException();
            var document = WorkflowDocument.Parse(state.Json);
            var catalog = await types.AllAsync(ct);
            var errors = FlowInspection.Errors(document, catalog);
            var result = new Result(
                state.Name, state.Number, state.IsDraft, states.FirstOrDefault(s => s.IsInForce)?.Number, errors, [], []);
            if (errors.Count > 0)
            {
                return result;
            }

            var calendar = await officialCalendar.GetAsync(ct);
            var finished = await history.LatestAsync(query.DefinitionId, MostCases, finishedOnly: true, ct);
            var rehearsal = new FlowRehearsal(
                new StoredDefinition(state.VersionId, state.DefinitionId, state.Number, state.Json),
                await OthersAsync(query.DefinitionId, ct),
                catalog);
            return result with
            {
                Roads = await RoadsAsync(rehearsal, document, catalog, StepPace.Of(finished, calendar), ct),
                Replays = await ReplaysAsync(rehearsal, finished.Take(query.Cases), calendar, ct),
            };
        }

        private async Task<IReadOnlyList<StoredDefinition>> OthersAsync(string definitionId, CancellationToken ct) =>
            await db.WorkflowVersions.Where(v => v.IsPublished && v.DefinitionId != definitionId)
                .Select(v => new StoredDefinition(v.Id, v.DefinitionId, v.Version, v.Json)).ToListAsync(ct);

        // From every road, at every step that offers more than it was left by, one road more for each other outcome.
        private async Task<IReadOnlyList<Road>> RoadsAsync(
            FlowRehearsal rehearsal,
            WorkflowDocument document,
            ActivityCatalog catalog,
            IReadOnlyDictionary<string, StepPace> paces,
            CancellationToken ct)
        {
            var nodes = FlowDrawing.Chart(document)?.Children.ToDictionary(n => n.Id) ?? [];
            var roads = new List<Road>();
            var seen = new HashSet<(string Step, string Outcome)>();
            var next = new Queue<(IReadOnlyList<Decision> Decisions, IReadOnlyList<Choice> Choices)>([([], [])]);
            while (roads.Count < MostRoads && next.TryDequeue(out var taken))
            {
                var course = await rehearsal.RunAsync(like: null, taken.Decisions, clock.GetUtcNow(), ct);
                roads.Add(new Road(
                    taken.Choices,
                    course.Ending,
                    course.Steps is [.., var last] ? last.Name : null,
                    [.. course.Steps.Select(s => s.Name)],
                    course.Steps.Sum(s => Days(nodes[s.Name.Id], paces))));
                foreach (var (step, at) in course.Steps.Select((s, i) => (s, i)).Where(s => s.s.WasAsked))
                {
                    seen.UnionWith(step.Outcomes.Select(o => (step.Name.Id, o)));
                    foreach (var outcome in Offered(nodes[step.Name.Id], catalog).Where(o => seen.Add((step.Name.Id, o))))
                    {
                        next.Enqueue((
                            [.. course.Before(at), new Decision(step.Name.Id, [outcome])],
                            [.. taken.Choices, new Choice(step.Name, outcome)]));
                    }
                }
            }

            return roads;
        }

        private static async Task<IReadOnlyList<Replay>> ReplaysAsync(
            FlowRehearsal rehearsal, IEnumerable<CaseRun> cases, WorkingCalendar calendar, CancellationToken ct)
        {
            var replays = new List<Replay>();
            foreach (var run in cases)
            {
                var decisions = run.Visits.Where(v => v.Visit.Outcomes.Count > 0)
                    .Select(v => new Decision(v.Step.Id, v.Visit.Outcomes)).ToList();
                var course = await rehearsal.RunAsync(run.Instance, decisions, run.Instance.CreatedAt, ct);
                var (was, would) = (run.Visits.Select(v => v.Step).ToList(), course.Steps.Select(s => s.Name).ToList());
                replays.Add(new Replay(
                    run.Number,
                    run.Version,
                    was.LastOrDefault(),
                    course.Ending,
                    would.LastOrDefault(),
                    Beyond(would, was),
                    Beyond(was, would),
                    [.. course.Steps.Where(s => s.IsAssumed).Select(s => s.Name)],
                    calendar.DaysLeft(run.Instance.CreatedAt.LegalDate().AddDays(1), run.Instance.FinishedAt!.Value.LegalDate())));
            }

            return replays;
        }

        // Steps that the one course has and the other lacks, each as often as it lacks it.
        private static List<StepName> Beyond(IReadOnlyList<StepName> one, IReadOnlyList<StepName> other)
        {
            var there = other.GroupBy(s => s.Id).ToDictionary(g => g.Key, g => g.Count());
            return [.. one.Where(s => (there[s.Id] = there.GetValueOrDefault(s.Id) - 1) < 0)];
        }

        private static IReadOnlyList<string> Offered(ActivityNode node, ActivityCatalog catalog) => catalog.Find(node.Type, node.Version)?.OutcomesOf(node) ?? [];

        private static int Days(ActivityNode node, IReadOnlyDictionary<string, StepPace> paces) =>
            paces.GetValueOrDefault(node.Id)?.MedianDays ?? FlowSketch.AllowedDays(node) ?? 0;
    }
}
