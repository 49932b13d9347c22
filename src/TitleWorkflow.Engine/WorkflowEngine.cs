using System.Text.Json.Nodes;
using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.Execution;
using TitleWorkflow.Engine.State;

namespace TitleWorkflow.Engine;

/// <summary>
/// Starts, resumes and cancels workflow instances within the unit of work of its stores; it never commits.
/// </summary>
/// <remarks>
/// <para>Make one for each unit of work; it is not safe for use by several threads. A step that fails is data, an
/// <see cref="Incident"/>; only what <see cref="EngineOptions.LetThrough"/> names flies out, and the unit must then be
/// rolled back.</para>
/// <para>The service provider gives activities their services and may hold <see cref="EngineOptions"/> and an
/// <see cref="ITriggerStore"/>.</para>
/// </remarks>
public sealed partial class WorkflowEngine
{
    private readonly IWorkflowDefinitionStore definitions;
    private readonly IWorkflowInstanceStore instances;
    private readonly CompiledDefinitions compiled;
    private readonly ActivityCatalog catalog;
    private readonly BurstServices host;

    /// <summary>An engine for one unit of work.</summary>
    public WorkflowEngine(
        IWorkflowDefinitionStore definitions,
        IWorkflowInstanceStore instances,
        CompiledDefinitions compiled,
        ActivityCatalog catalog,
        TimeProvider clock,
        IServiceProvider services)
    {
        this.definitions = definitions;
        this.instances = instances;
        this.compiled = compiled;
        this.catalog = catalog;
        host = new BurstServices(
            clock, services, (EngineOptions?)services.GetService(typeof(EngineOptions)) ?? new EngineOptions(), this);
    }

    /// <summary>Starts the published version of a definition and runs its first burst.</summary>
    /// <returns>A result without an instance if the start did not happen; its outcome and refusals say why.</returns>
    public Task<RunResult> StartAsync(StartWorkflow request, CancellationToken ct) =>
        StartAsync(request, outer: null, ct);

    internal async Task<RunResult> StartAsync(
        StartWorkflow request, WorkflowExecutionContext? outer, CancellationToken ct)
    {
        if (await definitions.FindPublishedAsync(request.DefinitionId, ct) is not { } stored)
        {
            return NotStarted(StartOutcome.NotPublished, NotPublished(request));
        }

        var workflow = await compiled.GetAsync(stored, definitions, catalog, ct);

        if (StartInputs.Check(workflow.Document, request.Input) is { Count: > 0 } problems)
        {
            return NotStarted(StartOutcome.InvalidInput, [.. problems]);
        }

        var burst = NewInstance.Prepare(request, workflow, host, ct);

        try
        {
            return await RunAsync(burst, isNew: true, ct, outer);
        }
        catch (ActivationRefusedException exception)
        {
            return NotStarted(StartOutcome.Refused, exception.Message);
        }
    }

    /// <summary>Resumes every bookmark that fits, each in a burst of its own.</summary>
    /// <exception cref="ArgumentException">Nothing says which bookmark is meant, or the stimulus has no
    /// name.</exception>
    public async Task<ResumeResult> ResumeAsync(ResumeWorkflow request, CancellationToken ct)
    {
        var (runs, finished) = await ResumeAsync(await FindAsync(request, ct), request, ct);

        if (runs.Count > 0)
        {
            return new ResumeResult(ResumeOutcome.Resumed, runs);
        }

        finished |= request.InstanceId is { } id
            && await instances.FindAsync(id, ct) is { Status: WorkflowStatus.Finished };

        return new ResumeResult(finished ? ResumeOutcome.AlreadyFinished : ResumeOutcome.NotFound, []);
    }

    /// <summary>
    /// Starts new instances of every published definition with a matching trigger, then resumes what waits for it.
    /// </summary>
    /// <returns>One result for each start and each bookmark.</returns>
    public async Task<IReadOnlyList<RunResult>> SendAsync(SendStimulus request, CancellationToken ct)
    {
        var name = Filters.NameOf(request.Stimulus, request.Name);
        var resume = new ResumeWorkflow
        {
            Stimulus = request.Stimulus,
            StimulusName = name,
            InstanceId = request.InstanceId,
            CorrelationId = request.CorrelationId,
            Input = request.Input,
            By = request.By,
        };

        // Found before anything starts: an instance does not hear the stimulus that has just started it a second time.
        var waiting = await FindAsync(resume, ct);
        var runs = request.InstanceId is null ? await StartTriggeredAsync(request, name, ct) : [];
        var (resumed, _) = await ResumeAsync(waiting, resume, ct);

        return [.. runs, .. resumed];
    }

    /// <summary>
    /// Cancels an instance: every execution that is not over is cancelled, outermost first, and hears
    /// <see cref="CancelSignal"/>; then the instances it dispatched. One that has finished stays as it is.
    /// </summary>
    /// <returns>Null if there is no such instance.</returns>
    public async Task<RunResult?> CancelAsync(string instanceId, string by, string reason, CancellationToken ct)
    {
        if (await instances.FindAsync(instanceId, ct) is not { } instance)
        {
            return null;
        }

        if (instance.Status == WorkflowStatus.Finished && instance.SubStatus != WorkflowSubStatus.Faulted)
        {
            return new RunResult(instance.Id, instance.Status, instance.SubStatus, [], StartOutcome.Started);
        }

        var burst = await LoadAsync(instance, input: null, by, ct);
        burst.Log(burst.Root, JournalEvents.WorkflowCancelled, message: reason);
        burst.Queue.Clear();
        await burst.Root.CancelActivityAsync(reason);
        var result = await RunAsync(burst, isNew: false, ct);

        foreach (var child in Children.Of(instance))
        {
            await CancelAsync(child, by, reason, ct);
        }

        return result;
    }

    /// <summary>
    /// Why a start would be refused, as far as that can be known before; empty if nothing speaks against it.
    /// </summary>
    internal async ValueTask<IReadOnlyList<string>> WhyNotAsync(StartWorkflow request, CancellationToken ct) =>
        await definitions.FindPublishedAsync(request.DefinitionId, ct) is { } stored
            ? StartInputs.Check((await compiled.GetAsync(stored, definitions, catalog, ct)).Document, request.Input)
            : [NotPublished(request)];

    /// <summary>The instance as it is after its last burst in this unit of work; null if there is none.</summary>
    internal ValueTask<WorkflowInstance?> FindAsync(string instanceId, CancellationToken ct) =>
        instances.FindAsync(instanceId, ct);

    private Task<ResumeResult> TellParentAsync(WorkflowInstance child, string by, CancellationToken ct) =>
        ResumeAsync(
            new ResumeWorkflow
            {
                Stimulus = new ChildFinished(child.Id),
                Input = new Dictionary<string, JsonNode?>
                {
                    [ChildFinished.SubStatusInput] = child.SubStatus.ToString(),
                    [ChildFinished.OutputInput] = StateJson.ToNode(child.Output),
                },
                By = by,
            },
            ct);

    private async Task<(List<RunResult> Runs, bool Finished)> ResumeAsync(
        IReadOnlyList<BookmarkMatch> matches, ResumeWorkflow request, CancellationToken ct)
    {
        var runs = new List<RunResult>();
        var finished = false;

        foreach (var match in matches)
        {
            var instance = await instances.FindAsync(match.InstanceId, ct);

            if (instance is { Status: WorkflowStatus.Finished })
            {
                finished = true;
            }
            else if (instance?.OpenBookmarks.Find(bookmark => bookmark.Id == match.BookmarkId) is { } bookmark)
            {
                runs.Add(await ResumeAsync(instance, bookmark, request, ct));
            }
        }

        return (runs, finished);
    }

    private async Task<List<RunResult>> StartTriggeredAsync(SendStimulus request, string name, CancellationToken ct)
    {
        var runs = new List<RunResult>();

        if (host.Services.GetService(typeof(ITriggerStore)) is ITriggerStore triggers)
        {
            foreach (var trigger in await triggers.FindAsync(StimulusHash.Compute(name, request.Stimulus), ct))
            {
                runs.Add(await StartAsync(
                    new StartWorkflow(trigger.DefinitionId)
                    {
                        TriggerActivityId = trigger.ActivityId,
                        CorrelationId = request.CorrelationId,
                        Input = request.Input,
                        By = request.By,
                    },
                    ct));
            }
        }

        return runs;
    }

    private async Task<RunResult> ResumeAsync(
        WorkflowInstance instance, Bookmark bookmark, ResumeWorkflow request, CancellationToken ct)
    {
        var burst = await LoadAsync(instance, request.Input, request.By, ct);
        var waiting = burst.Find(bookmark.ActivityInstanceId)
            ?? throw new InvalidOperationException(
                $"Bookmark {bookmark.Id} belongs to an execution that instance {instance.Id} does not have.");

        burst.Queue.Enqueue(
            new WorkItem { Node = waiting.Node, Owner = waiting.Owner, Existing = waiting, Resumed = bookmark });

        return await RunAsync(burst, isNew: false, ct);
    }

    private async Task<WorkflowExecutionContext> LoadAsync(
        WorkflowInstance instance, IReadOnlyDictionary<string, JsonNode?>? input, string by, CancellationToken ct)
    {
        var workflow = await compiled.FindAsync(instance.DefinitionVersionId, definitions, catalog, ct)
            ?? throw new InvalidOperationException(
                $"Instance {instance.Id} is pinned to version {instance.DefinitionVersionId}, which does not exist.");

        return InstanceLoader.Load(instance, workflow, input, by, host, ct);
    }

    private async Task<RunResult> RunAsync(
        WorkflowExecutionContext burst, bool isNew, CancellationToken ct, WorkflowExecutionContext? outer = null)
    {
        await WorkflowRunner.RunAsync(burst);

        var change = new InstanceChange(
            burst.Instance, isNew, burst.AddedBookmarks, burst.RemovedBookmarks, burst.Journal)
        { Deferred = burst.Deferred };
        await instances.StageAsync(change, ct);

        if (burst.Instance is { Status: WorkflowStatus.Finished, ParentInstanceId: not null })
        {
            burst.Outgoing.Add((engine, token) => engine.TellParentAsync(burst.Instance, burst.By, token));
        }

        // A burst inside another's must not resume anybody yet: the outer instance is not staged.
        if (outer is not null)
        {
            outer.Outgoing.AddRange(burst.Outgoing);
        }
        else
        {
            foreach (var send in burst.Outgoing)
            {
                await send(this, ct);
            }
        }

        return new RunResult(
            burst.Instance.Id,
            burst.Instance.Status,
            burst.Instance.SubStatus,
            burst.NewIncidents,
            StartOutcome.Started);
    }

    private async ValueTask<IReadOnlyList<BookmarkMatch>> FindAsync(ResumeWorkflow request, CancellationToken ct)
    {
        var filter = Filters.For(request);
        var matches = await instances.FindBookmarksAsync(filter, ct);

        return matches.Count == 0 && Filters.ForOneExecution(request, filter) is { } narrower
            ? await instances.FindBookmarksAsync(narrower, ct)
            : matches;
    }

    private static string NotPublished(StartWorkflow request) =>
        $"No version of '{request.DefinitionId}' is published.";

    private static RunResult NotStarted(StartOutcome outcome, params string[] refusals) =>
        new("", WorkflowStatus.Finished, WorkflowSubStatus.Cancelled, [], outcome) { Refusals = refusals };
}
