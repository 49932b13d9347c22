using TitleWorkflow.Application.Workflows.Figures;
using TitleWorkflow.Engine;
using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.Documents;
using TitleWorkflow.Engine.State;
using TitleWorkflow.Engine.Trials;

namespace TitleWorkflow.Application.Workflows.Simulation;

/// <summary>How somebody who was asked has decided.</summary>
/// <param name="Step">The step's id.</param>
/// <param name="Outcomes">How it ended.</param>
internal sealed record Decision(string Step, IReadOnlyList<string> Outcomes);

/// <summary>One step of a rehearsed case.</summary>
/// <param name="Name">The step.</param>
/// <param name="Outcomes">How it ended; empty while it lasts.</param>
/// <param name="WasAsked">Whether it waited for somebody, or for the clock.</param>
/// <param name="IsAssumed">Whether nobody's decision was at hand, so that its first outcome was taken.</param>
internal sealed record RehearsedStep(StepName Name, IReadOnlyList<string> Outcomes, bool WasAsked, bool IsAssumed);

/// <summary>What a rehearsal came to.</summary>
/// <param name="Ending">How it ended.</param>
/// <param name="Steps">The steps of the flowchart in the order they began.</param>
internal sealed record Course(RoadEnding Ending, IReadOnlyList<RehearsedStep> Steps)
{
    /// <summary>The decisions of everybody who was asked, up to a step.</summary>
    public IEnumerable<Decision> Before(int step) =>
        Steps.Take(step).Where(s => s.WasAsked).Select(s => new Decision(s.Name.Id, s.Outcomes));
}

/// <summary>
/// Plays a flow in memory with given decisions; where none is at hand, a step ends with its first outcome. No case, no notice
/// and no clock of the product is touched.
/// </summary>
/// <param name="flow">The flow.</param>
/// <param name="others">Published flows it may start or use as activities.</param>
/// <param name="catalog">The product's activity types.</param>
internal sealed class FlowRehearsal(StoredDefinition flow, IReadOnlyList<StoredDefinition> others, ActivityCatalog catalog)
{
    private readonly IReadOnlyDictionary<string, StepName> steps = FlowHistory.StepsOf(WorkflowDocument.Parse(flow.Json));

    /// <param name="like">The case whose start it repeats; null for a case without any input.</param>
    /// <param name="decisions">What was decided; of those about one step the first is taken at the first visit, and so on.</param>
    /// <param name="at">When it begins; the trial's clock leaps over every wait.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Course> RunAsync(
        WorkflowInstance? like, IReadOnlyList<Decision> decisions, DateTimeOffset at, CancellationToken ct)
    {
        var visits = new List<Seen>();
        var trial = new Trial(flow, catalog)
        {
            Others = others,
            Now = at,
            Input = like?.Input ?? new Dictionary<string, System.Text.Json.Nodes.JsonNode?>(),
            Answers = [.. decisions.Select(d => new TrialAnswer { ActivityId = d.Step, Outcomes = d.Outcomes })],
            ResumesAll = true,
        };
        var result = await TrialRun.RunAsync(trial, happened => Note(visits, happened), ct);
        var known = decisions.GroupBy(d => d.Step).ToDictionary(d => d.Key, d => d.Count());
        return new Course(
            EndingOf(result),
            [.. visits.Select(v => new RehearsedStep(v.Name, v.Outcomes, v.WasAsked, v.WasAsked && !TakeOne(known, v.Name.Id)))]);
    }

    private void Note(List<Seen> visits, TrialEvent happened)
    {
        if (happened is not TrialEntry { IsChild: false, Entry: var entry } || !steps.TryGetValue(entry.NodeId, out var name))
        {
            return;
        }

        var visit = visits.Find(v => v.Execution == entry.ActivityInstanceId);
        switch (entry.EventName)
        {
            case JournalEvents.Started when visit is null:
                visits.Add(new Seen(entry.ActivityInstanceId, name));
                break;
            case JournalEvents.Resumed when visit is not null:
                visit.WasAsked = true;
                break;
            case JournalEvents.Completed when visit is not null:
                visit.Outcomes = [.. entry.Outcomes];
                break;
            default:
                break;
        }
    }

    private static bool TakeOne(Dictionary<string, int> known, string step) =>
        known.TryGetValue(step, out var left) && left > 0 && (known[step] = left - 1) >= 0;

    private static RoadEnding EndingOf(TrialResult result) => result switch
    {
        { IsCutShort: true } => RoadEnding.Endless,
        { Instance: null } => RoadEnding.NotStarted,
        { Instance.SubStatus: WorkflowSubStatus.Finished } => RoadEnding.Finished,
        { Instance.Status: WorkflowStatus.Running } => RoadEnding.Waiting,
        _ => RoadEnding.Faulted,
    };

    private sealed class Seen(string execution, StepName name)
    {
        public string Execution => execution;

        public StepName Name => name;

        public bool WasAsked { get; set; }

        public IReadOnlyList<string> Outcomes { get; set; } = [];
    }
}
