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

    public CompiledNode? FindNode(string nodeId) => byNodeId.GetValueOrDefault(nodeId);

    /// <summary>The first activity, outermost first, with the id or, failing that, the name.</summary>
    public CompiledNode? FindActivity(string idOrName) =>
        Nodes.FirstOrDefault(node => node.Id == idOrName)
        ?? Nodes.FirstOrDefault(node => node.Activity.Name == idOrName);
}
