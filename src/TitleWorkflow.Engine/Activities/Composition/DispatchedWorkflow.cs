using System.Text.Json.Nodes;
using TitleWorkflow.Engine.Execution;
using TitleWorkflow.Engine.State;

namespace TitleWorkflow.Engine.Activities;

/// <summary>What the activities that start another workflow have in common.</summary>
public abstract class DispatchedWorkflow : Activity<object>
{
    private protected DispatchedWorkflow()
    {
    }

    /// <summary>The definition whose published version is started.</summary>
    [Input(UIHint = "workflow-definition-picker")]
    public Input<string> WorkflowDefinitionId { get; set; } = new("");

    /// <summary>What the new instance is about; as this one if empty.</summary>
    [Input]
    public Input<string> CorrelationId { get; set; } = new("");

    /// <summary>What the new instance is started with.</summary>
    [Input]
    public Input<IDictionary<string, object>> Input { get; set; } = new(new Dictionary<string, object>());

    /// <summary>Whether this activity waits until the new instance has ended.</summary>
    [Input]
    public Input<bool> WaitForCompletion { get; set; } = new(false);

    private protected StartWorkflow Request(ActivityExecutionContext context, string childId, object? item = null)
    {
        var correlation = context.Get(CorrelationId);
        var input = new Dictionary<string, JsonNode?>(StringComparer.OrdinalIgnoreCase);

        foreach (var (name, value) in context.Get(Input) ?? new Dictionary<string, object>())
        {
            input[name] = StateJson.ToNode(value);
        }

        foreach (var (name, value) in StateJson.ToNode(item) as JsonObject ?? [])
        {
            input[name] = value?.DeepClone();
        }

        if (item is not null)
        {
            input["Item"] = StateJson.ToNode(item);
        }

        Children.Add(context.WorkflowExecutionContext, childId);

        return new StartWorkflow(context.Get(WorkflowDefinitionId) ?? "")
        {
            InstanceId = childId,
            ParentInstanceId = context.WorkflowExecutionContext.Id,
            CorrelationId = string.IsNullOrEmpty(correlation)
                ? context.WorkflowExecutionContext.CorrelationId
                : correlation,
            Input = input,
            By = context.By,
        };
    }

    /// <summary>Waits for the end of an instance. A faulted one is not the end of it: somebody may retry it.</summary>
    private protected static void WaitFor(
        ActivityExecutionContext context, string childId, ExecuteActivityDelegate callback) =>
        context.CreateBookmark(new CreateBookmarkArgs
        {
            Stimulus = new ChildFinished(childId),
            Callback = callback,
            AutoBurn = false,
            IncludeActivityInstanceId = false,
        });

    private protected static WorkflowSubStatus ChildStatus(ActivityExecutionContext context) =>
        context.GetWorkflowInput<WorkflowSubStatus>(ChildFinished.SubStatusInput);

    private protected static InvalidOperationException CannotStart(string definitionId, IEnumerable<string> reasons) =>
        new($"The workflow '{definitionId}' cannot be started. {string.Join(' ', reasons)}");
}
