using System.Text.Json.Nodes;
using TitleWorkflow.Engine.Execution;
using TitleWorkflow.Engine.State;

namespace TitleWorkflow.Engine.Activities;

/// <summary>
/// Starts another workflow as an instance of its own, once the present burst is over; the result is its output.
/// </summary>
[Activity("Elsa", "Composition", "Starts another workflow.", DisplayName = "Dispatch workflow")]
public sealed class DispatchWorkflow : DispatchedWorkflow
{
    private const string Refusal = "Refusal";

    /// <inheritdoc/>
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var childId = ActivityExecutionContext.NewId();
        var request = Request(context, childId);
        var waits = context.Get(WaitForCompletion);

        if (waits)
        {
            WaitFor(context, childId, OnChildEnded);
        }
        else if (await WhyNotAsync(context, request) is { Count: > 0 } reasons)
        {
            throw CannotStart(request.DefinitionId, reasons);
        }

        context.WorkflowExecutionContext.Outgoing.Add((engine, ct) => StartAsync(engine, request, waits, ct));

        if (!waits)
        {
            await context.CompleteActivityAsync();
        }
    }

    private static ValueTask<IReadOnlyList<string>> WhyNotAsync(ActivityExecutionContext context, StartWorkflow request) =>
        context.WorkflowExecutionContext.Host.Engine.WhyNotAsync(request, context.CancellationToken);

    private static async Task StartAsync(WorkflowEngine engine, StartWorkflow request, bool waits, CancellationToken ct)
    {
        var run = await engine.StartAsync(request, ct);

        if (run.Outcome != StartOutcome.Started && waits)
        {
            var refusal = new ResumeWorkflow
            {
                Stimulus = new ChildFinished(request.InstanceId!),
                Input = new Dictionary<string, JsonNode?> { [Refusal] = string.Join(' ', run.Refusals) },
                By = request.By,
            };
            await engine.ResumeAsync(refusal, ct);
        }
    }

    private async ValueTask OnChildEnded(ActivityExecutionContext context)
    {
        if (context.TryGetWorkflowInput<string>(Refusal, out var refusal))
        {
            throw CannotStart(context.Get(WorkflowDefinitionId) ?? "", [refusal]);
        }

        if (ChildStatus(context) != WorkflowSubStatus.Faulted)
        {
            context.Set(Result, context.GetWorkflowInput<object>(ChildFinished.OutputInput));
            await context.CompleteActivityAsync();
        }
    }
}
