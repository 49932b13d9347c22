using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.Documents;
using TitleWorkflow.Engine.Execution;
using TitleWorkflow.Engine.Notifications;
using TitleWorkflow.Engine.State;

namespace TitleWorkflow.Engine;

/// <summary>
/// Starts, resumes and cancels workflow instances within the unit of work of its stores; it never commits.
/// </summary>
/// <remarks>
/// <para>Make one for each unit of work; it is not safe for use by several threads. A step that fails is data, an
/// <see cref="Incident"/>; only what <see cref="EngineOptions.LetThrough"/> names flies out, and the unit must then be
/// rolled back.</para>
/// <para>The service provider gives activities their services and may hold <see cref="EngineOptions"/>, an
/// <see cref="ITriggerStore"/>, <see cref="ICommitPoints"/> and every <see cref="INotificationHandler{T}"/>.</para>
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

    /// <summary>Starts a definition and runs its first burst.</summary>
    /// <returns>A result without an instance if the start did not happen; its outcome and refusals say why.</returns>
    public Task<RunResult> StartAsync(StartWorkflow request, CancellationToken ct) =>
        StartAsync(request, outer: null, ct);

    /// <summary>Makes an instance that has run nothing yet; <see cref="RunAsync(RunInstance, CancellationToken)"/> begins
    /// it.</summary>
    /// <returns>As for <see cref="StartAsync(StartWorkflow, CancellationToken)"/>.</returns>
    public async Task<RunResult> CreateAsync(StartWorkflow request, CancellationToken ct)
    {
        var (workflow, refusal) = await PrepareAsync(request, ct);

        if (workflow is null)
        {
            return refusal!;
        }

        var burst = NewInstance.Prepare(request, workflow, host, ct);
        BurstEnd.Save(burst);

        try
        {
            await StageAsync(burst, ct);
        }
        catch (ActivationRefusedException exception)
        {
            return NotStarted(StartOutcome.Refused, exception.Message);
        }

        return ResultOf(burst);
    }

    /// <summary>
    /// Begins an instance that was only created, or goes on with one whose process ended in the middle of a burst: from the
    /// last commit, so that activities after it run a second time. Any other instance is left as it is.
    /// </summary>
    /// <returns>Null if there is no such instance.</returns>
    public async Task<RunResult?> RunAsync(RunInstance request, CancellationToken ct)
    {
        if (await instances.FindAsync(request.InstanceId, ct) is not { } instance)
        {
            return null;
        }

        if (instance.SubStatus is not (WorkflowSubStatus.Pending or WorkflowSubStatus.Executing
            or WorkflowSubStatus.Interrupted))
        {
            return ResultOf(instance);
        }

        var burst = await LoadAsync(instance, request.Input, request.By, ct);
        burst.TriggerActivityId = instance.HasTriggered ? null : request.TriggerActivityId ?? instance.TriggerActivityId;
        InstanceLoader.Thaw(burst);

        return await RunAsync(burst, ct);
    }

    /// <summary>Resumes every bookmark that fits, each in a burst of its own.</summary>
    /// <exception cref="ArgumentException">Nothing says which bookmark is meant, or the stimulus has no
    /// name.</exception>
    public async Task<ResumeResult> ResumeAsync(ResumeWorkflow request, CancellationToken ct)
    {
        var (runs, finished) = await ResumeAsync(await FindAsync(request, ct), request, ct);

        return runs.Count > 0
            ? new ResumeResult(ResumeOutcome.Resumed, runs)
            : new ResumeResult(finished ? ResumeOutcome.AlreadyFinished : await WhyNoneAsync(request, ct), []);
    }

    /// <summary>
    /// Starts new instances of every published definition with a matching trigger, then resumes what waits for it.
    /// </summary>
    /// <returns>One result for each start and each bookmark.</returns>
    public async Task<IReadOnlyList<RunResult>> SendAsync(SendStimulus request, CancellationToken ct)
    {
        var hash = request.Hash ?? HashOf(request);
        var resume = new ResumeWorkflow
        {
            Stimulus = request.Stimulus,
            StimulusName = request.Name,
            Hash = request.Hash,
            InstanceId = request.InstanceId,
            ActivityInstanceId = request.ActivityInstanceId,
            CorrelationId = request.CorrelationId,
            Input = request.Input,
            By = request.By,
        };

        // Found before anything starts: an instance does not hear the stimulus that has just started it a second time.
        var waiting = await FindAsync(resume, ct);
        var runs = request is { InstanceId: null, ActivityInstanceId: null }
            ? await StartTriggeredAsync(request, hash, ct)
            : [];
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
            return ResultOf(instance);
        }

        var burst = await LoadAsync(instance, input: null, by, ct);
        burst.Log(burst.Root, JournalEvents.WorkflowCancelled, message: reason);
        burst.Queue.Clear();
        await burst.Root.CancelActivityAsync(reason);
        var result = await RunAsync(burst, ct);

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
        (await PrepareAsync(request, ct)).Refusal?.Refusals ?? [];

    /// <summary>The instance as it is after its last burst in this unit of work; null if there is none.</summary>
    internal ValueTask<WorkflowInstance?> FindAsync(string instanceId, CancellationToken ct) =>
        instances.FindAsync(instanceId, ct);

    internal async Task<RunResult> StartAsync(
        StartWorkflow request, WorkflowExecutionContext? outer, CancellationToken ct)
    {
        var (workflow, refusal) = await PrepareAsync(request, ct);

        if (workflow is null)
        {
            return refusal!;
        }

        try
        {
            return await RunAsync(NewInstance.Prepare(request, workflow, host, ct, outer), ct, outer);
        }
        catch (ActivationRefusedException exception)
        {
            return NotStarted(StartOutcome.Refused, exception.Message);
        }
    }

    private async ValueTask<(CompiledWorkflow? Workflow, RunResult? Refusal)> PrepareAsync(
        StartWorkflow request, CancellationToken ct)
    {
        var stored = request.VersionId is { } version
            ? await definitions.FindVersionAsync(version, ct)
            : await definitions.FindPublishedAsync(request.DefinitionId, ct);

        if (stored is null)
        {
            return (null, NotStarted(
                StartOutcome.NotPublished, $"No version of '{request.DefinitionId}' is published."));
        }

        var workflow = await compiled.GetAsync(stored, definitions, catalog, ct);

        if (StartInputs.Check(workflow.Document, request.Input) is { Count: > 0 } problems)
        {
            return (null, NotStarted(StartOutcome.InvalidInput, [.. problems]));
        }

        return await WhatRunsAsync(workflow.Document.Options.Activation, stored.DefinitionId, request.CorrelationId, ct)
            is { } other
                ? (null, NotStarted(StartOutcome.Refused, other))
                : (workflow, null);
    }

    private async ValueTask<string?> WhatRunsAsync(
        ActivationStrategy strategy, string definitionId, string? about, CancellationToken ct) => strategy switch
        {
            ActivationStrategy.Singleton when await instances.IsRunningAsync(definitionId, null, ct) =>
                $"An instance of '{definitionId}' runs already.",
            ActivationStrategy.Correlation when about is not null && await instances.IsRunningAsync(null, about, ct) =>
                $"An instance about '{about}' runs already.",
            ActivationStrategy.CorrelatedSingleton
                when about is not null && await instances.IsRunningAsync(definitionId, about, ct) =>
                $"An instance of '{definitionId}' about '{about}' runs already.",
            _ => null,
        };

    private static string HashOf(SendStimulus request) =>
        StimulusHash.Compute(
            Filters.NameOf(
                request.Stimulus ?? throw new ArgumentException("Neither a stimulus nor its hash is given.", nameof(request)),
                request.Name),
            request.Stimulus);

    private static RunResult NotStarted(StartOutcome outcome, params string[] refusals) =>
        new("", WorkflowStatus.Finished, WorkflowSubStatus.Cancelled, [], outcome) { Refusals = refusals };
}
