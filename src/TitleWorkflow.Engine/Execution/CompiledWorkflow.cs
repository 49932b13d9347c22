using System.Collections.Frozen;
using System.Collections.Immutable;
using TitleWorkflow.Engine.Documents;

namespace TitleWorkflow.Engine.Execution;

/// <summary>A definition version ready to run: immutable, shared by all its instances.</summary>
internal sealed class CompiledWorkflow(
    StoredDefinition stored, WorkflowDocument document, ImmutableArray<CompiledNode> nodes)
{
    private readonly FrozenDictionary<string, CompiledNode> byNodeId =
        nodes.DistinctBy(node => node.NodeId).ToFrozenDictionary(node => node.NodeId);

    public StoredDefinition Stored { get; } = stored;

    public WorkflowDocument Document { get; } = document;

    /// <summary>The workflow itself first, then outermost first.</summary>
    public ImmutableArray<CompiledNode> Nodes { get; } = nodes;

    public CompiledNode Root => Nodes[0];

    /// <summary>The versions taken for workflows used as activities that are not pinned, by definition id.</summary>
    public ImmutableSortedDictionary<string, string> Floating { get; init; } =
        ImmutableSortedDictionary<string, string>.Empty;

    public CompiledNode? FindNode(string nodeId) => byNodeId.GetValueOrDefault(nodeId);

    /// <summary>An activity of the document itself, not of one it embeds.</summary>
    public CompiledNode? FindOwn(string id) =>
        Nodes.FirstOrDefault(node => node.Id == id && !IsEmbedded(node));

    /// <summary>The first activity, outermost first, with the id or, failing that, the name.</summary>
    public CompiledNode? FindActivity(string idOrName) =>
        Nodes.FirstOrDefault(node => node.Id == idOrName)
        ?? Nodes.FirstOrDefault(node => node.Activity.Name == idOrName);

    private static bool IsEmbedded(CompiledNode node)
    {
        for (var around = node.Parent; around is not null; around = around.Parent)
        {
            if (around.Embedded is not null)
            {
                return true;
            }
        }

        return false;
    }
}
