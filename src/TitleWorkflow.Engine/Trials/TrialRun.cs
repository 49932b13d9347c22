using System.Text.Json.Nodes;
using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.State;

namespace TitleWorkflow.Engine.Trials;

/// <summary>
/// Runs one flow in memory, without a database and without the product's services, until it has finished or waits for
/// something that does not come.
/// </summary>
public sealed class TrialRun : IServiceProvider
{
    /// <summary>How often a trial is resumed before it counts as going on for ever.</summary>
    public const int MostResumes = 1000;

    private const string By = "trial";

    private readonly Trial trial;
    private readonly Action<TrialEvent> tell;
    private readonly MemoryStore store = new();
    private readonly TrialClock clock;
    private readonly EngineOptions options;
    private readonly WorkflowEngine engine;
    private readonly List<TrialAnswer> answers;
    private readonly Dictionary<string, string> types = [];
    private readonly ActivityCatalog catalog;
    private readonly string instanceId = Guid.CreateVersion7().ToString("N");

    private TrialRun(Trial trial, Action<TrialEvent> tell)
    {
        this.trial = trial;
        this.tell = tell;
        answers = [.. trial.Answers];
        clock = new TrialClock(trial.Now);
        options = trial.Options with { Output = new TrialOutput(tell), Journalled = Tell };
        catalog = StandIns.CatalogFor(trial);
        engine = new WorkflowEngine(store, store, new CompiledDefinitions(), catalog, clock, this);
    }

    /// <summary>Runs a trial and tells what happens, as it happens.</summary>
    /// <exception cref="Documents.DocumentException">One of the documents cannot be read.</exception>
    public static Task<TrialResult> RunAsync(Trial trial, Action<TrialEvent> tell, CancellationToken ct) =>
        new TrialRun(trial, tell).RunAsync(ct);

    object? IServiceProvider.GetService(Type serviceType) =>
        serviceType == typeof(EngineOptions) ? options
        : serviceType == typeof(ITriggerStore) ? store
        : null;

    private async Task<TrialResult> RunAsync(CancellationToken ct)
    {
        foreach (var definition in trial.Others.Append(trial.Definition))
        {
            store.Publish(definition, await TriggerIndex.ForAsync(definition, catalog, clock, options.TimeZone));
        }

        var start = new StartWorkflow(trial.Definition.DefinitionId)
        {
            InstanceId = instanceId,
            Input = trial.Input,
            By = By,
        };
        var run = await engine.StartAsync(start, ct);

        return run.Outcome == StartOutcome.Started
            ? Result(refusals: [], isCutShort: !await GoOnAsync(ct))
            : Result(run.Refusals, isCutShort: false);
    }

    /// <returns>False if the trial was given up.</returns>
    private async Task<bool> GoOnAsync(CancellationToken ct)
    {
        for (var resumes = 0; resumes < MostResumes; resumes++)
        {
            var hasMoved = !IsOver
                && (await AnswerAsync(ct) || await (trial.ResumesAll ? ResumeAllAsync(ct) : LeapAsync(ct)));

            if (!hasMoved)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsOver => store.Find(instanceId) is not { Status: WorkflowStatus.Running };

    // What a faulted instance waits for is frozen.
    private IEnumerable<WaitingBookmark> Open =>
        store.Bookmarks.Where(waiting => store.Find(waiting.InstanceId) is { Status: WorkflowStatus.Running });

    private async Task<bool> AnswerAsync(CancellationToken ct)
    {
        var open = Open.ToList();

        foreach (var answer in answers)
        {
            if (open.Find(waiting => IsFor(answer, waiting.Bookmark)) is { } waiting)
            {
                answers.Remove(answer);
                await ResumeAsync(waiting, answer, ct);

                return true;
            }
        }

        return false;
    }

    private async Task<bool> LeapAsync(CancellationToken ct)
    {
        if (Open.Where(waiting => waiting.Bookmark.DueAt is not null)
            .MinBy(waiting => waiting.Bookmark.DueAt) is not { } next)
        {
            return false;
        }

        await ResumeAsync(next, answer: null, ct);

        return true;
    }

    // What waits for nobody's moment first, then the clock's; a started flow tells the one that waits for it by itself.
    private async Task<bool> ResumeAllAsync(CancellationToken ct)
    {
        var before = store.Bookmarks.ToList();
        var round = Open.Where(waiting => !IsWaitForChild(waiting)).OrderBy(waiting => waiting.Bookmark.DueAt).ToList();

        foreach (var waiting in round)
        {
            if (!IsOver && Open.Contains(waiting))
            {
                await ResumeAsync(waiting, answer: null, ct);
            }
        }

        return !before.SequenceEqual(store.Bookmarks);
    }

    private async Task ResumeAsync(WaitingBookmark waiting, TrialAnswer? answer, CancellationToken ct)
    {
        if (answer is null && waiting.Bookmark.DueAt is { } due)
        {
            clock.LeapTo(due);
        }

        await engine.ResumeAsync(
            new ResumeWorkflow { BookmarkId = waiting.Bookmark.Id, Input = Values(answer, waiting.Bookmark), By = By }, ct);
    }

    private Dictionary<string, JsonNode?> Values(TrialAnswer? answer, Bookmark bookmark)
    {
        var values = new Dictionary<string, JsonNode?>();

        if (answer?.Outcomes is { } outcomes)
        {
            values[StandIn.OutcomesInput] = new JsonArray([.. outcomes]);
        }

        if (answer?.Result is { } result)
        {
            var input = TypeOf(bookmark) switch
            {
                "Elsa.Event" => Event.PayloadInput,
                "Elsa.RunTask" => RunTask.InputKey,
                _ => StandIn.ResultInput,
            };
            values[input] = result.DeepClone();
        }

        return values;
    }

    private bool IsFor(TrialAnswer answer, Bookmark bookmark) =>
        (answer.ActivityId is null || answer.ActivityId == bookmark.ActivityId)
        && (answer.Type is null || answer.Type == TypeOf(bookmark));

    private string TypeOf(Bookmark bookmark) => types.GetValueOrDefault(bookmark.ActivityInstanceId, bookmark.Name);

    private bool IsWaitForChild(WaitingBookmark waiting) =>
        catalog.Find(TypeOf(waiting.Bookmark))?.ClrType.IsSubclassOf(typeof(DispatchedWorkflow)) ?? false;

    private void Tell(WorkflowInstance instance, JournalEntry entry)
    {
        types[entry.ActivityInstanceId] = entry.ActivityType;
        tell(new TrialEntry(instance.Id, instance.DefinitionId, instance.Id != instanceId, entry));
    }

    private TrialResult Result(IReadOnlyList<string> refusals, bool isCutShort) => new(
        refusals,
        store.Find(instanceId),
        store.Bookmarks,
        [.. store.Instances.Where(instance => instance.Id != instanceId)],
        answers,
        isCutShort);
}
