using System.Text.Json.Nodes;
using TitleWorkflow.Engine.Documents;

namespace TitleWorkflow.Engine.Expressions;

/// <summary>Makes an expression ready to run; one that cannot be made ready faults when a run reaches it.</summary>
internal static class ExpressionCompiler
{
    public static CompiledExpression Compile(Expression expression, Type type) => expression.Type switch
    {
        ExpressionTypes.Delegate => new FunctionExpression(expression.Function!),
        ExpressionTypes.Literal => Fixed(expression.Constant ?? expression.Value?.DeepClone(), type),
        ExpressionTypes.Object or ExpressionTypes.Json => Object(expression.Value, type),
        ExpressionTypes.Variable => Variable(InputReader.Parsed(expression.Value)),
        ExpressionTypes.Input => Input(InputReader.Parsed(expression.Value)),
        ExpressionTypes.JavaScript => ScriptExpression.Compile(expression.Value.AsText() ?? ""),
        _ => new BrokenExpression($"Expressions of the kind '{expression.Type}' cannot be evaluated here."),
    };

    private static CompiledExpression Object(JsonNode? value, Type type)
    {
        var parsed = InputReader.Parsed(value);

        return parsed is null && !string.IsNullOrWhiteSpace(value.AsText())
            ? new BrokenExpression("The value is not valid JSON.")
            : Fixed(parsed?.DeepClone(), type);
    }

    private static CompiledExpression Fixed(object? value, Type type)
    {
        try
        {
            var converted = ValueConverter.Convert(value, type);

            // A structure is made anew for each execution: one that changes it must not change it for the others.
            return converted is null or string || converted.GetType().IsValueType
                ? new ConstantExpression(converted)
                : value is JsonNode json ? new JsonExpression(json, type) : new ConstantExpression(converted);
        }
        catch (FormatException exception)
        {
            return new BrokenExpression(exception.Message);
        }
    }

    private static CompiledExpression Variable(JsonNode? reference)
    {
        var id = reference.Member("id").AsText() ?? reference.Member("name").AsText();

        return id is null
            ? new BrokenExpression("The expression names no variable.")
            : new VariableExpression(new Activities.Variable(reference.Member("name").AsText() ?? id, id: id));
    }

    private static CompiledExpression Input(JsonNode? reference) =>
        reference.Member("name").AsText() is { } name
            ? new InputExpression(name)
            : new BrokenExpression("The expression names no input.");
}
