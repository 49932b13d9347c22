namespace TitleWorkflow.Engine.Expressions;

/// <summary>An expression ready to run; immutable and safe for use by many instances at once.</summary>
internal abstract class CompiledExpression
{
    /// <summary>The raw value; the caller converts it to the type it needs.</summary>
    public abstract object? Evaluate(ExpressionExecutionContext context);
}

internal sealed class ConstantExpression(object? value) : CompiledExpression
{
    public override object? Evaluate(ExpressionExecutionContext context) => value;
}

internal sealed class JsonExpression(System.Text.Json.Nodes.JsonNode json, Type type) : CompiledExpression
{
    public override object? Evaluate(ExpressionExecutionContext context) =>
        ValueConverter.Convert(json.DeepClone(), type);
}

internal sealed class FunctionExpression(Func<ExpressionExecutionContext, object?> function) : CompiledExpression
{
    public override object? Evaluate(ExpressionExecutionContext context) => function(context);
}

/// <summary>A value that would not compile: it fails when, and only when, a run reaches it.</summary>
internal sealed class BrokenExpression(string message) : CompiledExpression
{
    public string Message { get; } = message;

    public override object? Evaluate(ExpressionExecutionContext context) => throw new ExpressionException(Message);
}

internal sealed class VariableExpression(Activities.Variable variable) : CompiledExpression
{
    public override object? Evaluate(ExpressionExecutionContext context) => variable.Get(context.Activity);
}

internal sealed class InputExpression(string name) : CompiledExpression
{
    public override object? Evaluate(ExpressionExecutionContext context) => context.GetInput(name);
}
