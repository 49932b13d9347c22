using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json.Nodes;
using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.Documents;
using TitleWorkflow.Engine.Expressions;

namespace TitleWorkflow.Engine.Execution;

/// <summary>
/// Fills the properties of one activity from its document. The only place that uses reflection on activities.
/// </summary>
internal sealed class PropertyBinder(
    CompiledNode node, IReadOnlyDictionary<JsonObject, CompiledNode>? children = null)
{
    private readonly ImmutableArray<BoundInput>.Builder inputs = ImmutableArray.CreateBuilder<BoundInput>();
    private readonly JsonObject json = node.Document!.Json;

    public void Bind()
    {
        foreach (var property in ActivityReflection.Properties(node.Activity.GetType()))
        {
            Bind(property);
        }

        // Without the definition it stands for (asked for its triggers alone) a workflow has no inputs to bind.
        if (node is { Activity: WorkflowActivity workflow, Embedded: { } definition })
        {
            workflow.BindInputs(json, definition, Add);
        }

        node.Inputs = inputs.ToImmutable();
        node.ConstantValues = node.Inputs.All(input => input is { AutoEvaluate: true, Expression: ConstantExpression })
            ? [.. node.Inputs.Select(input => input.Expression.Evaluate(null!))]
            : null;
    }

    private void Bind(PropertyInfo property)
    {
        var name = ActivityReflection.NameOf(property);

        if (ActivityReflection.IsOutput(property))
        {
            var output = (Output?)property.GetValue(node.Activity)
                ?? (Output)Activator.CreateInstance(property.PropertyType)!;
            output.Name = name;
            output.MemoryReference = json[name].Member("memoryReference").Member("id").AsText() ?? output.MemoryReference;
            property.SetValue(node.Activity, output);
        }
        else if (property.PropertyType.IsAssignableTo(typeof(Input)))
        {
            BindInput(property, name);
        }
        else if (Plain(json[name], property.PropertyType) is { } value)
        {
            property.SetValue(node.Activity, value);
        }
    }

    private void BindInput(PropertyInfo property, string name)
    {
        var attribute = property.GetCustomAttribute<InputAttribute>();

        if (InputReader.Read(json[name]) is { } expression)
        {
            property.SetValue(node.Activity, Make(property.PropertyType, expression));
        }
        else if (property.GetValue(node.Activity) is null && attribute?.DefaultValue is { } value)
        {
            property.SetValue(node.Activity, Make(property.PropertyType, Expression.Literal(value)));
        }

        if (property.GetValue(node.Activity) is Input input)
        {
            // A composite may hand an input of its own on to a step inside.
            var own = input.Node is null ? input : (Input)Make(property.PropertyType, Forward(input));
            own.Slot = Add(
                name, own.ValueType, own.Expression, attribute?.AutoEvaluate ?? true, attribute?.CanContainSecrets ?? false);
            own.Node = node;
            property.SetValue(node.Activity, own);
        }
    }

    private static Expression Forward(Input input) => Expression.Delegate(context => context.Activity.Get(input));

    private int Add(string name, Type type, Expression expression, bool autoEvaluate, bool isSensitive)
    {
        expression.Compiled = ExpressionCompiler.Compile(expression, type);
        inputs.Add(new BoundInput(name, type, expression.Compiled, autoEvaluate, isSensitive));

        return inputs.Count - 1;
    }

    private static object Make(Type input, Expression expression) =>
        input.GetConstructor([typeof(Expression)])!.Invoke([expression]);

    /// <summary>
    /// A value the document holds as it stands; activities and expressions may be anywhere inside it.
    /// </summary>
    private object? Plain(JsonNode? value, Type type)
    {
        if (value is JsonObject wrapped && wrapped["expression"] is JsonObject expression)
        {
            value = InputReader.Content(expression);
        }

        return value switch
        {
            null => null,
            JsonObject activity when type.IsAssignableTo(typeof(IActivity)) =>
                children?.GetValueOrDefault(activity)?.Activity,
            JsonObject reference when type.IsAssignableTo(typeof(Variable)) => ReadVariable(reference, type),
            JsonObject source when type == typeof(Expression) => Compiled(source),
            JsonArray items when ElementOf(type) is { } element => List(items, element),
            JsonObject members when type is { IsClass: true, Namespace: not "System" and not "System.Text.Json.Nodes" }
                && !type.IsAssignableTo(typeof(IEnumerable)) => Object(members, type),
            _ => Converted(value, type),
        };
    }

    private IList List(JsonArray items, Type element)
    {
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(element))!;

        foreach (var item in items)
        {
            if (Plain(item, element) is { } value)
            {
                list.Add(value);
            }
        }

        return list;
    }

    private object Object(JsonObject members, Type type)
    {
        var made = Activator.CreateInstance(type, nonPublic: true)!;

        foreach (var property in type.GetProperties().Where(property => property.SetMethod is not null))
        {
            if (Plain(members[property.Name], property.PropertyType) is { } value)
            {
                property.SetValue(made, value);
            }
        }

        return made;
    }

    private static Variable ReadVariable(JsonObject reference, Type type)
    {
        var id = reference["id"].AsText();
        var variable = type == typeof(Variable)
            ? new Variable("")
            : (Variable)Activator.CreateInstance(type, "")!;
        variable.Name = reference["name"].AsText() ?? id ?? "";
        variable.Id = id ?? variable.Name;

        return variable;
    }

    private static Expression? Compiled(JsonObject source)
    {
        var expression = InputReader.ReadExpression(source);
        expression.Compiled = ExpressionCompiler.Compile(expression, typeof(object));

        return expression;
    }

    private static object? Converted(JsonNode value, Type type)
    {
        try
        {
            return ValueConverter.Convert(value.DeepClone(), type);
        }
        catch (FormatException)
        {
            // Validation reports it; the property keeps its default.
            return null;
        }
    }

    private static Type? ElementOf(Type type) =>
        type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable)) && type.GetGenericArguments() is [var element]
            ? element
            : null;
}
