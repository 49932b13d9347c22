using System.Text.Json.Nodes;
using TitleWorkflow.Engine.Execution;
using TitleWorkflow.Engine.State;

namespace TitleWorkflow.Engine.Runtime;

/// <summary>The runtime of one unit of work.</summary>
/// <param name="engine">The unit's engine.</param>
/// <param name="by">Who acts; goes into the journal.</param>
public sealed class WorkflowRuntime(WorkflowEngine engine, string by) : IWorkflowRuntime
{
    /// <inheritdoc/>
    public ValueTask<IWorkflowClient> CreateClientAsync(CancellationToken cancellationToken = default) =>
        CreateClientAsync(null, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IWorkflowClient> CreateClientAsync(
        string? workflowInstanceId, CancellationToken cancellationToken = default) =>
        new(new WorkflowClient(engine, by, workflowInstanceId ?? ActivityExecutionContext.NewId()));

    private sealed class WorkflowClient(WorkflowEngine engine, string by, string id) : IWorkflowClient
    {
        public string WorkflowInstanceId => id;

        public async Task<CreateWorkflowInstanceResponse> CreateInstanceAsync(
            CreateWorkflowInstanceRequest request, CancellationToken cancellationToken = default)
        {
            var run = await engine.CreateAsync(
                Start(request.WorkflowDefinitionHandle) with
                {
                    CorrelationId = request.CorrelationId,
                    Name = request.Name,
                    Input = RuntimeValues.Of(request.Input),
                    Properties = RuntimeValues.Of(request.Properties),
                    ParentInstanceId = request.ParentId,
                },
                cancellationToken);

            return new CreateWorkflowInstanceResponse(run.Outcome != StartOutcome.Started) { Refusals = run.Refusals };
        }

        public async Task<RunWorkflowInstanceResponse> RunInstanceAsync(
            RunWorkflowInstanceRequest request, CancellationToken cancellationToken = default)
        {
            var input = RuntimeValues.Of(request.Input);

            if (request.BookmarkId is { } bookmark)
            {
                var resumed = await engine.ResumeAsync(
                    new ResumeWorkflow { InstanceId = id, BookmarkId = bookmark, Input = input, By = by },
                    cancellationToken);

                if (resumed.Runs.Count > 0)
                {
                    return RunWorkflowInstanceResponse.Of(resumed.Runs[0]);
                }
            }

            var run = request.BookmarkId is null
                ? await engine.RunAsync(
                    new RunInstance(id) { TriggerActivityId = request.TriggerActivityId, Input = input, By = by },
                    cancellationToken)
                : null;

            return run is null
                ? await AsItIsAsync(cancellationToken)
                : RunWorkflowInstanceResponse.Of(run);
        }

        public async Task<RunWorkflowInstanceResponse> CreateAndRunInstanceAsync(
            CreateAndRunWorkflowInstanceRequest request, CancellationToken cancellationToken = default) =>
            RunWorkflowInstanceResponse.Of(await engine.StartAsync(
                Start(request.WorkflowDefinitionHandle) with
                {
                    CorrelationId = request.CorrelationId,
                    Name = request.Name,
                    Input = RuntimeValues.Of(request.Input),
                    Properties = RuntimeValues.Of(request.Properties),
                    ParentInstanceId = request.ParentId,
                    TriggerActivityId = request.TriggerActivityId,
                },
                cancellationToken));

        public Task CancelAsync(CancellationToken cancellationToken = default) =>
            engine.CancelAsync(id, by, "Cancelled through the runtime.", cancellationToken);

        public async Task<bool> InstanceExistsAsync(CancellationToken cancellationToken = default) =>
            await engine.FindAsync(id, cancellationToken) is not null;

        private StartWorkflow Start(WorkflowDefinitionHandle handle) =>
            new(handle.DefinitionId ?? "") { VersionId = handle.DefinitionVersionId, InstanceId = id, By = by };

        private async Task<RunWorkflowInstanceResponse> AsItIsAsync(CancellationToken ct)
        {
            var instance = await engine.FindAsync(id, ct)
                ?? throw new InvalidOperationException($"There is no instance '{id}'.");

            return new RunWorkflowInstanceResponse(instance.Id, instance.Status, instance.SubStatus, []);
        }
    }
}

/// <summary>Values as callers have them, as the engine wants them.</summary>
internal static class RuntimeValues
{
    public static IReadOnlyDictionary<string, JsonNode?> Of(IDictionary<string, object>? values) =>
        (values ?? new Dictionary<string, object>())
            .ToDictionary(value => value.Key, value => StateJson.ToNode(value.Value), StringComparer.OrdinalIgnoreCase);
}
