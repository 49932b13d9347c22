using System.Text.Json.Nodes;
using TitleWorkflow.Engine.State;

namespace TitleWorkflow.Engine.Execution;

/// <summary>Something to execute: a new execution of a node, or an existing one that goes on.</summary>
internal sealed class WorkItem
{
    public required CompiledNode Node { get; init; }

    public ActivityExecutionContext? Owner { get; init; }

    public ActivityExecutionContext? Existing { get; init; }

    public Bookmark? Resumed { get; init; }

    public string? Callback { get; init; }

    public JsonNode? Tag { get; init; }

    public bool Backward { get; init; }

    public Dictionary<string, object?>? Input { get; init; }

    public List<ScopedVariable>? Variables { get; init; }

    public ScheduledItem ToState() =>
        new(Node.NodeId, Owner?.Id, Existing?.Id, Callback, Tag, Backward, Input, Variables, Resumed?.Id);
}
