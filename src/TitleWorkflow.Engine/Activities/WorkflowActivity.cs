using System.Text.Json.Nodes;
using TitleWorkflow.Engine.Documents;
using TitleWorkflow.Engine.Execution;
using TitleWorkflow.Engine.Expressions;

namespace TitleWorkflow.Engine.Activities;

/// <summary>
/// A workflow used as an activity: it runs inside the same instance, with inputs and outputs of its own.
/// </summary>
[Activity("Elsa", "Workflows", Type = "WorkflowDefinitionActivity", IsBrowsable = false)]
public sealed class WorkflowActivity : Activity
{
    private readonly Dictionary<string, int> inputs = [];
    private readonly Dictionary<string, string> outputs = [];

    /// <summary>The outermost activity of the definition.</summary>
    [Port(IsBrowsable = false)]
    public Activity? Root { get; set; }

    /// <summary>What a catalog has to know so that documents can use the definition as an activity.</summary>
    /// <param name="definition">The published version.</param>
    public static ActivityDescriptor Describe(StoredDefinition definition)
    {
        var document = WorkflowDocument.Parse(definition.Json);
        var name = PascalCase(document.Name ?? definition.DefinitionId);

        return ActivityReflection.Describe(typeof(WorkflowActivity)) with
        {
            TypeName = name,
            Namespace = "Workflows",
            Name = name,
            Version = definition.Version,
            Category = document.Options.ActivityCategory ?? "Workflows",
            DisplayName = document.Name ?? definition.DefinitionId,
            Description = document.Description,
            IsBrowsable = true,
            Inputs = [.. document.Inputs.Select(Input)],
            Outputs = [.. document.Outputs.Select(Output)],
            Outcomes = document.Outcomes.Count > 0 ? document.Outcomes : ["Done"],
            Workflow = new WorkflowAsActivity(definition.DefinitionId, definition.VersionId, definition.Version, document),
        };
    }

    internal static ActivityDescriptor Describe(ActivityCatalog catalog, ActivityNode node) =>
        catalog.Find(node.Type, node.Version) is { Workflow: not null } known
            ? known
            : catalog.Find("Elsa.WorkflowDefinitionActivity")!;

    /// <summary>Which definition an activity of a document stands for; null for an ordinary activity.</summary>
    internal static (string? VersionId, string? DefinitionId)? Reference(ActivityCatalog catalog, ActivityNode node)
    {
        var known = catalog.Find(node.Type, node.Version)?.Workflow;
        var version = node.Json["workflowDefinitionVersionId"].AsText() ?? known?.VersionId;
        var definition = node.Json["workflowDefinitionId"].AsText() ?? known?.DefinitionId;
        var isWorkflow = known is not null
            || catalog.Find(node.Type) is null or { TypeName: "Elsa.WorkflowDefinitionActivity" };

        return isWorkflow && (version ?? definition) is not null ? (version, definition) : null;
    }

    internal void BindInputs(
        JsonObject json, WorkflowDocument definition, Func<string, Type, Expression, bool, bool, int> add)
    {
        foreach (var input in definition.Inputs)
        {
            var expression = InputReader.Read(json[input.Name])
                ?? (input.DefaultValue is { } value ? new Expression(ExpressionTypes.Literal, value) : null);

            if (expression is not null)
            {
                inputs[input.Name] = add(input.Name, TypeOf(input.TypeName, input.IsArray), expression, true, false);
            }
        }

        foreach (var output in definition.Outputs)
        {
            if (json[output.Name].Member("memoryReference").Member("id").AsText() is { } reference)
            {
                outputs[output.Name] = reference;
            }
        }
    }

    internal void SetOutput(ActivityExecutionContext context, string name, object? value)
    {
        context.WorkflowExecutionContext.Remember(context, name, State.StateJson.ToNode(value));

        if (outputs.TryGetValue(name, out var reference))
        {
            context.Owner!.WriteTo(reference, value);
        }
    }

    internal override string? ChildCallback => nameof(OnRootEnded);

    /// <inheritdoc/>
    protected override void Execute(ActivityExecutionContext context)
    {
        context.State.Input = inputs.ToDictionary(
            input => input.Key, input => context.Evaluated(input.Value), StringComparer.OrdinalIgnoreCase);

        if (Root is null)
        {
            throw new InvalidOperationException($"The workflow behind '{context.NodeDisplayName}' does not exist.");
        }

        context.Schedule(Root.Node, OnRootEnded);
    }

    private ValueTask OnRootEnded(ActivityCompletedContext context) =>
        context.TargetContext.CompleteActivityAsync(
            context.Outcomes.Names.Count > 0 ? Outcomes.Default : Outcomes.None);

    private static InputDescriptor Input(InputDefinition input) =>
        new(input.Name, TypeOf(input.TypeName, input.IsArray), IsWrapped: true)
        {
            DisplayName = input.DisplayName ?? input.Name,
            Description = input.Description,
            UIHint = input.UIHint ?? "singleline",
            IsSynthetic = true,
        };

    private static OutputDescriptor Output(OutputDefinition output) =>
        new(output.Name, TypeOf(output.TypeName, output.IsArray))
        {
            DisplayName = output.DisplayName ?? output.Name,
            Description = output.Description,
            IsSynthetic = true,
        };

    private static Type TypeOf(string name, bool isArray) => TypeNames.Resolve(name, isArray) ?? typeof(object);

    private static string PascalCase(string name) =>
        string.Concat(name.Split([' ', '-', '_', '.'], StringSplitOptions.RemoveEmptyEntries)
            .Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
