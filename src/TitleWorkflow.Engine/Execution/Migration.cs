using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.State;

namespace TitleWorkflow.Engine.Execution;

/// <summary>
/// Moves an instance to another version of its definition: first the report, then, if nothing is lost, the move.
/// </summary>
internal sealed class Migration(
    WorkflowInstance instance, CompiledWorkflow target, IReadOnlyDictionary<string, string> map)
{
    public IReadOnlyList<OpenActivityReport> Report(CompiledWorkflow current) =>
    [
        .. instance.Activities.Select(activity => Report(activity, current.FindNode(activity.NodeId)!)),
        .. instance.Scheduled.Where(item => item.InstanceId is null)
            .Select(item => Report("", item.NodeId, current.FindNode(item.NodeId)!, [])),
    ];

    public void Move()
    {
        foreach (var activity in instance.Activities)
        {
            activity.NodeId = Target(activity.NodeId);
        }

        for (var i = 0; i < instance.Scheduled.Count; i++)
        {
            instance.Scheduled[i] = instance.Scheduled[i] with { NodeId = Target(instance.Scheduled[i].NodeId) };
        }

        for (var i = 0; i < instance.OpenBookmarks.Count; i++)
        {
            var bookmark = instance.OpenBookmarks[i];
            var node = target.FindNode(Target(bookmark.ActivityNodeId))!;
            instance.OpenBookmarks[i] = bookmark with { ActivityNodeId = node.NodeId, ActivityId = node.Id };
        }

        instance.DefinitionVersionId = target.Stored.VersionId;
        instance.Version = target.Stored.Version;
        instance.EmbeddedVersions = new Dictionary<string, string>(target.Floating);
    }

    /// <summary>Lets every open flowchart count as if the target's drawing had been there from the beginning.</summary>
    public static void Rebase(WorkflowExecutionContext workflow)
    {
        foreach (var context in workflow.Activities.Where(context => context.Activity is Flowchart))
        {
            ((Flowchart)context.Activity).Rebase(context);
        }
    }

    private OpenActivityReport Report(ActivityInstance activity, CompiledNode node) =>
        Report(
            activity.Id,
            activity.NodeId,
            node,
            [.. instance.OpenBookmarks.Where(bookmark => bookmark.ActivityInstanceId == activity.Id)]);

    private OpenActivityReport Report(
        string executionId, string nodeId, CompiledNode node, IReadOnlyList<Bookmark> bookmarks)
    {
        var found = target.FindNode(Target(nodeId));
        var problem = found switch
        {
            null => $"The target version has no activity at '{Target(nodeId)}'.",
            _ when found.Activity.Type != node.Activity.Type =>
                $"'{node.DisplayName}' is of the type {node.Activity.Type}, in the target version of the type {found.Activity.Type}.",
            _ => null,
        };

        return new OpenActivityReport(
            executionId, nodeId, found?.NodeId, problem is null ? bookmarks : [], problem);
    }

    private string Target(string nodeId) => map.GetValueOrDefault(nodeId, nodeId);
}
