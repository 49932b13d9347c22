using System.Text.Json.Nodes;
using TitleWorkflow.Engine.Execution;
using TitleWorkflow.Engine.Notifications;
using TitleWorkflow.Engine.State;

namespace TitleWorkflow.Engine;

public sealed partial class WorkflowEngine
{
    private readonly Queue<Func<WorkflowEngine, CancellationToken, Task>> outgoing = [];
    private bool isDelivering;
    private int delivered;

    /// <summary>Stages what a burst has done so far.</summary>
    internal async ValueTask StageAsync(WorkflowExecutionContext burst, CancellationToken ct)
    {
        if (host.Notifier.Hears<WorkflowStateCommitted>())
        {
            burst.Deferred.Add(() => host.Notifier.SendAsync(
                static at => new WorkflowStateCommitted(at, at.Instance), burst, CancellationToken.None));
        }

        await instances.StageAsync(burst.TakeChange(), ct);
    }

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

    private async Task<List<RunResult>> StartTriggeredAsync(SendStimulus request, string hash, CancellationToken ct)
    {
        var runs = new List<RunResult>();

        if (host.Services.GetService(typeof(ITriggerStore)) is ITriggerStore triggers)
        {
            foreach (var trigger in await triggers.FindAsync(hash, ct))
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

        return await RunAsync(burst, ct);
    }

    private async Task<WorkflowExecutionContext> LoadAsync(
        WorkflowInstance instance, IReadOnlyDictionary<string, JsonNode?>? input, string by, CancellationToken ct)
    {
        var workflow = await compiled.FindAsync(instance, definitions, catalog, ct)
            ?? throw new InvalidOperationException(
                $"Instance {instance.Id} is pinned to version {instance.DefinitionVersionId}, which does not exist.");

        return InstanceLoader.Load(instance, workflow, input, by, host, ct);
    }

    private async Task<RunResult> RunAsync(
        WorkflowExecutionContext burst, CancellationToken ct, WorkflowExecutionContext? outer = null)
    {
        await WorkflowRunner.RunAsync(burst, mayGoOn: ++delivered <= host.Options.MaxBurstsPerCall);
        await StageAsync(burst, ct);

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
            burst.Outgoing.ForEach(outgoing.Enqueue);
            await DeliverAsync(ct);
        }

        return ResultOf(burst);
    }

    // One after the other rather than one inside the other: a chain of instances that wake one another may be long.
    private async Task DeliverAsync(CancellationToken ct)
    {
        if (isDelivering)
        {
            return;
        }

        isDelivering = true;

        try
        {
            while (outgoing.TryDequeue(out var send))
            {
                await send(this, ct);
            }
        }
        finally
        {
            outgoing.Clear();
            (isDelivering, delivered) = (false, 0);
        }
    }

    private async ValueTask<IReadOnlyList<BookmarkMatch>> FindAsync(ResumeWorkflow request, CancellationToken ct)
    {
        var filter = Filters.For(request);
        var matches = await instances.FindBookmarksAsync(filter, ct);

        return matches.Count == 0 && Filters.ForOneExecution(request, filter) is { } narrower
            ? await instances.FindBookmarksAsync(narrower, ct)
            : matches;
    }

    private async ValueTask<ResumeOutcome> WhyNoneAsync(ResumeWorkflow request, CancellationToken ct)
    {
        var instanceId = request.InstanceId ?? PastBookmarks.InstanceOf(request.BookmarkId);

        if (instanceId is null || await instances.FindAsync(instanceId, ct) is not { } instance)
        {
            return ResumeOutcome.NotFound;
        }

        if (instance.Status == WorkflowStatus.Finished)
        {
            return ResumeOutcome.AlreadyFinished;
        }

        var filter = Filters.For(request);

        return PastBookmarks.Knows(instance, filter)
            || (Filters.ForOneExecution(request, filter) is { } narrower && PastBookmarks.Knows(instance, narrower))
                ? ResumeOutcome.AlreadyDone
                : ResumeOutcome.NotFound;
    }

    private static RunResult ResultOf(WorkflowExecutionContext burst) =>
        ResultOf(burst.Instance) with { NewIncidents = burst.NewIncidents };

    private static RunResult ResultOf(WorkflowInstance instance) =>
        new(instance.Id, instance.Status, instance.SubStatus, [], StartOutcome.Started);
}
