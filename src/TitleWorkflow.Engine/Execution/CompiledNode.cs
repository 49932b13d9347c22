using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.Documents;
using TitleWorkflow.Engine.Expressions;

namespace TitleWorkflow.Engine.Execution;

/// <summary>One activity of one definition version, ready to run.</summary>
internal sealed class CompiledNode(
    Activity activity, ActivityDescriptor descriptor, ActivityNode? document, CompiledNode? parent)
{
    private const BindingFlags InstanceMethods =
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.FlattenHierarchy;

    private readonly ConcurrentDictionary<string, Delegate?> callbacks = new();

    public Activity Activity { get; } = activity;

    public ActivityDescriptor Descriptor { get; } = descriptor;

    /// <summary>Null for the workflow itself.</summary>
    public ActivityNode? Document { get; } = document;

    public CompiledNode? Parent { get; } = parent;

    public string Id => Activity.Id;

    public string NodeId => Activity.NodeId;

    public string DisplayName { get; init; } = document?.DisplayText ?? "";

    public ImmutableArray<BoundInput> Inputs { get; set; } = [];

    /// <summary>The values of all inputs where none of them can ever differ; shared by all executions.</summary>
    public object?[]? ConstantValues { get; set; }

    /// <summary>What the activity's document says about the journal.</summary>
    public LogPersistence LogPersistence { get; } = new(activity.CustomProperties);

    public ImmutableArray<NodeVariable> Variables { get; set; } = [];

    public ImmutableArray<CompiledNode> Children { get; set; } = [];

    /// <summary>The definition that runs inside, where the activity is a workflow used as an activity.</summary>
    public WorkflowDocument? Embedded { get; init; }

    /// <summary>A method of the activity by the name it is stored under; null if there is none of that shape.</summary>
    public T? FindCallback<T>(string name)
        where T : Delegate =>
        (T?)callbacks.GetOrAdd(name, static (method, activity) => Bind<T>(activity, method), Activity);

    private static T? Bind<T>(Activity activity, string name)
        where T : Delegate
    {
        // Private methods of base classes are not found by flattening.
        for (var type = activity.GetType(); type is not null; type = type.BaseType)
        {
            if (type.GetMethod(name, InstanceMethods | BindingFlags.DeclaredOnly) is { } method)
            {
                return (T?)Delegate.CreateDelegate(typeof(T), activity, method, throwOnBindFailure: false);
            }
        }

        return null;
    }
}

/// <summary>An input of a node together with what runs to find its value.</summary>
internal sealed record BoundInput(
    string Name, Type Type, CompiledExpression Expression, bool AutoEvaluate, bool IsSensitive)
{
    public object? Evaluate(ExpressionExecutionContext context)
    {
        if (Expression is ConstantExpression)
        {
            return Expression.Evaluate(context);
        }

        try
        {
            return ValueConverter.Convert(Expression.Evaluate(context), Type);
        }
        catch (FormatException exception)
        {
            throw new ExpressionException($"{Name}: {exception.Message}", exception);
        }
    }
}

/// <summary>A variable that a node declares, with its type and default resolved.</summary>
internal sealed record NodeVariable(VariableDefinition Definition, Type Type, object? Default);
