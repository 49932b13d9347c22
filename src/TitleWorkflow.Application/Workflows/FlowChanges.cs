using System.Text.Json.Nodes;
using TitleWorkflow.Engine.Documents;

namespace TitleWorkflow.Application.Workflows;

/// <summary>What became of a step between two versions of a flow.</summary>
public enum FlowChangeKind
{
    /// <summary>The step is new.</summary>
    Added,

    /// <summary>The step is gone.</summary>
    Removed,

    /// <summary>Its inputs or its name changed.</summary>
    Changed,

    /// <summary>Where it leads changed.</summary>
    Rerouted,
}

/// <summary>One step that differs.</summary>
/// <param name="Kind">How.</param>
/// <param name="Id">Its id.</param>
/// <param name="Step">Its name.</param>
public sealed record FlowChange(FlowChangeKind Kind, string Id, string Step);

/// <summary>Compares two versions of a flow step by step, so that whoever approves sees what changes; places do not count.</summary>
internal static class FlowChanges
{
    private static readonly string[] DrawingOnly = ["metadata", "nodeId", "connections", "activities"];

    public static IReadOnlyList<FlowChange> Between(WorkflowDocument before, WorkflowDocument after)
    {
        var (old, now) = (Steps(before), Steps(after));
        return
        [
            .. now.Where(s => !old.ContainsKey(s.Key)).Select(s => Of(FlowChangeKind.Added, s.Value)),
            .. old.Where(s => !now.ContainsKey(s.Key)).Select(s => Of(FlowChangeKind.Removed, s.Value)),
            .. now.Where(s => old.TryGetValue(s.Key, out var was) && Content(was) != Content(s.Value))
                .Select(s => Of(FlowChangeKind.Changed, s.Value)),
            .. now.Where(s => old.ContainsKey(s.Key) && !Ways(before, s.Key).SequenceEqual(Ways(after, s.Key)))
                .Select(s => Of(FlowChangeKind.Rerouted, s.Value)),
        ];
    }

    private static FlowChange Of(FlowChangeKind kind, ActivityNode step) => new(kind, step.Id, step.DisplayText);

    private static Dictionary<string, ActivityNode> Steps(WorkflowDocument document) =>
        document.Nodes.Where(n => n.Parent is not null).GroupBy(n => n.Id).ToDictionary(g => g.Key, g => g.First());

    private static IEnumerable<string> Ways(WorkflowDocument document, string step) => document.Nodes
        .SelectMany(n => n.Connections)
        .Where(c => c.Source == step)
        .Select(c => $"{c.SourcePort}>{c.Target}")
        .Order(StringComparer.Ordinal);

    private static string Content(ActivityNode node)
    {
        var json = (JsonObject)node.Json.DeepClone();
        foreach (var member in DrawingOnly)
        {
            json.Remove(member);
        }

        return node.DisplayText + json.ToJsonString();
    }
}
