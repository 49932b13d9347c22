using System.Reflection;
using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.Documents;

namespace TitleWorkflow.Engine.Execution;

/// <summary>
/// Turns activities that stand in no document into nodes: those a composite's constructor has made, or a property's default.
/// </summary>
internal sealed class CodeCompiler(ActivityCatalog catalog, Action<CompiledNode> add)
{
    /// <summary>Compiles what the activity holds and no document has given it.</summary>
    public IReadOnlyList<CompiledNode> CompileInside(CompiledNode owner) =>
        [.. Inside(owner.Activity)
            .Where(inner => inner.Node is null)
            .Select((inner, index) => Compile(inner, owner, index + 1))];

    private CompiledNode Compile(Activity activity, CompiledNode parent, int number)
    {
        var descriptor = catalog.FindClass(activity.GetType()) ?? ActivityReflection.Describe(activity.GetType());
        activity.Id = activity.Id.Length > 0 ? activity.Id : $"{parent.Id}.{number}";
        activity.NodeId = $"{parent.NodeId}:{activity.Id}";
        activity.Type = descriptor.TypeName;
        activity.Version = descriptor.Version;

        var document = ActivityNode.Made(activity, parent.Document!);
        var node = new CompiledNode(activity, descriptor, document, parent) { Variables = VariablesOf(activity) };
        add(node);
        new PropertyBinder(node).Bind();

        // Attached before what it holds, so that an activity that holds itself does not go on for ever.
        activity.Attach(node);
        node.Children = [.. CompileInside(node)];

        return node;
    }

    public static System.Collections.Immutable.ImmutableArray<NodeVariable> VariablesOf(Activity activity) =>
        activity.GetType().GetProperty(nameof(Container.Variables))?.GetValue(activity) is IEnumerable<Variable> variables
            ? [.. variables.Select(variable => new NodeVariable(
                new VariableDefinition(variable.Id, variable.Name, "Object", false, null, null),
                variable.ValueType,
                variable.Value))]
            : [];

    private static IEnumerable<Activity> Inside(Activity activity) =>
        ActivityReflection.Properties(activity.GetType()).SelectMany(property => Inside(property, activity));

    private static IEnumerable<Activity> Inside(PropertyInfo property, object holder) =>
        property.PropertyType.IsAssignableTo(typeof(IActivity))
            ? property.GetValue(holder) is Activity inner ? [inner] : []
            : ElementOf(property.PropertyType) is { } element
                ? Elements(element, property.GetValue(holder))
                : [];

    private static IEnumerable<Activity> Elements(Type element, object? list) => list switch
    {
        IEnumerable<IActivity> activities => activities.OfType<Activity>(),
        IEnumerable<object> choices when HoldsActivities(element) =>
            choices.SelectMany(choice => element.GetProperties().SelectMany(property => Inside(property, choice))),
        _ => [],
    };

    private static bool HoldsActivities(Type element) =>
        element.GetProperties().Any(property => property.PropertyType.IsAssignableTo(typeof(IActivity)));

    private static Type? ElementOf(Type type) =>
        type.IsGenericType && type.GetGenericArguments() is [var element] && element.IsClass | element.IsInterface
            ? element
            : null;
}
