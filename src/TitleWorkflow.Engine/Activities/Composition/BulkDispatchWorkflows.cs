using System.Text.Json.Nodes;
using TitleWorkflow.Engine.Execution;
using TitleWorkflow.Engine.State;

namespace TitleWorkflow.Engine.Activities;

/// <summary>
/// Starts another workflow once for each item, which becomes part of its input; the result lists the outputs.
/// </summary>
/// <remarks>
/// With <see cref="DispatchedWorkflow.WaitForCompletion"/> the outcomes are <c>Done</c> and, besides, <c>Completed</c>
/// if
/// every instance finished, else <c>Canceled</c> or <c>Faulted</c> or both.
/// </remarks>
[Activity("Elsa", "Composition", "Starts a workflow for each item.", DisplayName = "Bulk dispatch workflows")]
[FlowNode("Completed", "Canceled", "Faulted", "Done")]
public sealed class BulkDispatchWorkflows : DispatchedWorkflow
{
    private const string Open = "Open";
    private const string Ended = "Ended";
    private const string Outputs = "Outputs";

    /// <summary>
    /// The items; the members of an object become inputs of their own names, the whole is the input <c>Item</c>.
    /// </summary>
    [Input]
    public Input<IList<object>> Items { get; set; } = new([]);

    /// <inheritdoc/>
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var requests = (context.Get(Items) ?? [])
            .Select(item => Request(context, ActivityExecutionContext.NewId(), item))
            .ToList();

        foreach (var request in requests)
        {
            var reasons = await context.WorkflowExecutionContext.Host.Engine.WhyNotAsync(request, context.CancellationToken);

            if (reasons.Count > 0)
            {
                throw CannotStart(request.DefinitionId, reasons);
            }

            context.WorkflowExecutionContext.Outgoing.Add((engine, ct) => engine.StartAsync(request, ct));
        }

        if (!context.Get(WaitForCompletion) || requests.Count == 0)
        {
            await context.CompleteActivityWithOutcomesAsync(
                context.Get(WaitForCompletion) ? ["Completed", "Done"] : ["Done"]);

            return;
        }

        context.SetProperty(Open, requests.Select(request => request.InstanceId!).ToList());

        foreach (var request in requests)
        {
            WaitFor(context, request.InstanceId!, OnChildEnded);
        }
    }

    private async ValueTask OnChildEnded(ActivityExecutionContext context)
    {
        var children = context.GetProperty<List<string>>(Open)!;
        var ended = context.GetProperty<Dictionary<string, WorkflowSubStatus>>(Ended) ?? [];
        var outputs = context.GetProperty<Dictionary<string, JsonNode?>>(Outputs) ?? [];
        var child = context.ResumedStimulus<ChildFinished>().InstanceId;
        ended[child] = ChildStatus(context);
        outputs[child] = context.WorkflowInput.GetValueOrDefault(ChildFinished.OutputInput)?.DeepClone();
        context.SetProperty(Ended, ended);
        context.SetProperty(Outputs, outputs);

        if (ended.Count == children.Count)
        {
            context.Set(Result, new JsonArray([.. children.Select(id => outputs[id]?.DeepClone())]));
            await context.CompleteActivityWithOutcomesAsync([.. Outcomes(ended.Values), "Done"]);
        }
    }

    private static IEnumerable<string> Outcomes(IReadOnlyCollection<WorkflowSubStatus> ends)
    {
        if (ends.All(end => end == WorkflowSubStatus.Finished))
        {
            yield return "Completed";
        }

        if (ends.Contains(WorkflowSubStatus.Cancelled))
        {
            yield return "Canceled";
        }

        if (ends.Contains(WorkflowSubStatus.Faulted))
        {
            yield return "Faulted";
        }
    }
}
