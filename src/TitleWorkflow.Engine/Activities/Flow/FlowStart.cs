using System.Text.Json.Nodes;
using TitleWorkflow.Engine.Documents;

namespace TitleWorkflow.Engine.Activities;

/// <summary>Where a flowchart begins. Exactly one activity does; others that nothing leads to never run.</summary>
internal static class FlowStart
{
    public static string? Find(ActivityNode flowchart, string? trigger, Func<ActivityNode, bool> isStart)
    {
        var children = flowchart.Children;
        var drawn = flowchart.Json["start"];
        var explicitStart = drawn.AsText() ?? (drawn as JsonObject)?["id"].AsText();
        var targets = flowchart.Connections
            .Where(connection => connection.IsAttached)
            .Select(connection => connection.Target)
            .ToHashSet();

        return (children.FirstOrDefault(child => child.Id == trigger)
            ?? children.FirstOrDefault(child => child.Id == explicitStart)
            ?? children.FirstOrDefault(isStart)
            ?? children.FirstOrDefault(child => child.CanStartWorkflow)
            ?? children.FirstOrDefault(child => !targets.Contains(child.Id))
            ?? (children.Count > 0 ? children[0] : null))?.Id;
    }
}
