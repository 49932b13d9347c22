using System.Text.Json.Nodes;
using TitleWorkflow.Engine.State;

namespace TitleWorkflow.Engine.Execution;

/// <summary>Sets up a burst of a stored instance.</summary>
internal static class InstanceLoader
{
    public static WorkflowExecutionContext Load(
        WorkflowInstance instance,
        CompiledWorkflow compiled,
        IReadOnlyDictionary<string, JsonNode?>? input,
        string by,
        BurstServices host,
        CancellationToken ct)
    {
        var workflow = new WorkflowExecutionContext(instance, compiled, input, by, host, ct);

        // Owners are stored before what they own.
        foreach (var state in instance.Activities)
        {
            var node = compiled.FindNode(state.NodeId)
                ?? throw new InvalidOperationException(
                    $"Instance {instance.Id} waits at '{state.NodeId}', which version {compiled.Stored.VersionId} does not have.");
            var context = workflow.Add(node, state, state.OwnerId is { } owner ? workflow.Find(owner) : null);
            context.Variables.Declare();
        }

        workflow.Root = workflow.Find(instance.Activities[0].Id)!;

        return workflow;
    }

    /// <summary>Puts back the work that was queued when a burst stopped: a fault froze it, or the process ended.</summary>
    public static void Thaw(WorkflowExecutionContext workflow)
    {
        foreach (var item in workflow.Instance.Scheduled)
        {
            var existing = item.InstanceId is { } id ? workflow.Find(id) : null;

            // What was to go on and has been cancelled since does not begin anew.
            if (workflow.Compiled.FindNode(item.NodeId) is { } node && (item.InstanceId is null || existing is not null))
            {
                workflow.Queue.Enqueue(new WorkItem
                {
                    Node = node,
                    Owner = item.OwnerId is { } owner ? workflow.Find(owner) : null,
                    Existing = existing,
                    Callback = item.Callback,
                    Tag = item.Tag,
                    Backward = item.Backward,
                    Input = item.Input,
                    Variables = item.Variables,
                    Resumed = workflow.Bookmarks.FirstOrDefault(bookmark => bookmark.Id == item.BookmarkId),
                });
            }
        }
    }
}
