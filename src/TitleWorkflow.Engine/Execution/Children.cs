using System.Text.Json.Nodes;
using TitleWorkflow.Engine.Documents;
using TitleWorkflow.Engine.State;

namespace TitleWorkflow.Engine.Execution;

/// <summary>The instances an instance has dispatched; they are cancelled with it.</summary>
internal static class Children
{
    private const string Key = "Children";

    public static void Add(WorkflowExecutionContext workflow, string childId)
    {
        var children = workflow.Properties.TryGetValue(Key, out var known) && known is JsonArray list ? list : [];
        children.Add((JsonNode)childId);
        workflow.Properties[Key] = children;
    }

    public static IReadOnlyList<string> Of(WorkflowInstance instance) =>
        [.. instance.Properties.GetValueOrDefault(Key).Items().Select(JsonMembers.AsText).OfType<string>()];
}

/// <summary>A dispatched instance has finished, was cancelled or is faulted.</summary>
/// <param name="InstanceId">Which one.</param>
[StimulusName("Elsa.DispatchWorkflow")]
internal sealed record ChildFinished(string InstanceId)
{
    public const string SubStatusInput = "ChildSubStatus";

    public const string OutputInput = "ChildOutput";
}
