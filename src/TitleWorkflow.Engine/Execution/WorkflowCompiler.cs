using System.Collections.Immutable;
using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.Documents;
using TitleWorkflow.Engine.Expressions;

namespace TitleWorkflow.Engine.Execution;

/// <summary>Turns a document into nodes that run. What is wrong with a document shows when a run reaches it.</summary>
internal sealed class WorkflowCompiler(ActivityCatalog catalog, Func<ActivityNode, WorkflowDocument?> embedded)
{
    private readonly ImmutableArray<CompiledNode>.Builder nodes = ImmutableArray.CreateBuilder<CompiledNode>();

    public static CompiledWorkflow Compile(
        StoredDefinition stored,
        WorkflowDocument document,
        ActivityCatalog catalog,
        Func<ActivityNode, WorkflowDocument?> embedded,
        ImmutableSortedDictionary<string, string>? floating = null)
    {
        var compiler = new WorkflowCompiler(catalog, embedded);
        compiler.Compile(document);

        return new CompiledWorkflow(stored, document, compiler.nodes.ToImmutable())
        {
            Floating = floating ?? ImmutableSortedDictionary<string, string>.Empty,
        };
    }

    public static ImmutableArray<NodeVariable> CompileVariables(IReadOnlyList<VariableDefinition> variables) =>
        [.. variables.Select(CompileVariable)];

    private void Compile(WorkflowDocument document)
    {
        var workflow =
            new Workflow { Id = ActivityNode.WorkflowId, NodeId = ActivityNode.WorkflowId, Type = "Elsa.Workflow" };
        var node = new CompiledNode(workflow, catalog.Find(workflow.Type)!, document: null, parent: null)
        {
            DisplayName = document.Name ?? "",
            Variables = CompileVariables(document.Variables),
        };

        workflow.Attach(node);
        nodes.Add(node);
        var root = Compile(document.Root, node);
        workflow.Root = root.Activity;
        node.Children = [root];
    }

    private CompiledNode Compile(ActivityNode drawn, CompiledNode parent)
    {
        var document = drawn.Restored(catalog);
        var inner = embedded(document);
        var descriptor = inner is null
            ? catalog.Find(document.Type, document.Version)
            : WorkflowActivity.Describe(catalog, document);
        var activity = descriptor?.Create() ?? new NotFoundActivity { MissingTypeName = document.Type };
        activity.Id = document.Id;
        activity.NodeId = $"{parent.NodeId}:{document.Id}";
        activity.Name = document.Name;
        activity.Type = document.Type;
        activity.Version = descriptor?.Version ?? document.Version ?? 1;
        activity.CanStartWorkflow = document.CanStartWorkflow;
        activity.RunAsynchronously = document.RunAsynchronously;
        activity.CustomProperties = document.CustomProperties;
        activity.Metadata = document.Metadata;

        var node = new CompiledNode(activity, descriptor ?? catalog.Find("Elsa.NotFoundActivity")!, document, parent)
        {
            Variables = CompileVariables([.. document.Variables, .. inner?.Variables ?? []]),
            Embedded = inner,
        };

        nodes.Add(node);
        var children = document.Children.ToDictionary(child => child.Json, child => Compile(child, node));
        node.Children = [.. children.Values];

        if (inner is not null)
        {
            var root = Compile(inner.Root, node);
            ((WorkflowActivity)activity).Root = root.Activity;
            node.Children = node.Children.Add(root);
        }

        if (descriptor is not null)
        {
            new PropertyBinder(node, children).Bind();
        }

        activity.Attach(node);
        node.Variables = node.Variables.AddRange(
            activity is IComposite ? CodeCompiler.VariablesOf(activity) : []);
        node.Children = node.Children.AddRange(new CodeCompiler(catalog, nodes.Add).CompileInside(node));

        return node;
    }

    private static NodeVariable CompileVariable(VariableDefinition definition)
    {
        var type = TypeNames.Resolve(definition.TypeName, definition.IsArray) ?? typeof(object);
        var isStructure = definition.TypeName.Equals("JSON", StringComparison.OrdinalIgnoreCase);
        var value = isStructure ? InputReader.Parsed(definition.Value) : definition.Value;

        try
        {
            return new NodeVariable(definition, type, ValueConverter.Convert(value?.DeepClone(), type));
        }
        catch (FormatException)
        {
            // Validation refuses it; an older document that was published before runs with the type's own default.
            return new NodeVariable(definition, type, ValueConverter.Convert(null, type));
        }
    }
}
