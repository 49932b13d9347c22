using System.Runtime.CompilerServices;
using TitleWorkflow.Engine.Execution;
using TitleWorkflow.Engine.Expressions;

namespace TitleWorkflow.Engine.Activities;

/// <summary>A value an activity needs, said in its document as an expression.</summary>
public abstract class Input
{
    private protected Input(Expression expression) => Expression = expression;

    /// <summary>How the value is found.</summary>
    public Expression Expression { get; internal set; }

    internal abstract Type ValueType { get; }

    /// <summary>The place among the activity's evaluated values; -1 until the document is compiled.</summary>
    internal int Slot { get; set; } = -1;

    /// <summary>The node whose activity has the input; null until the document is compiled.</summary>
    internal CompiledNode? Node { get; set; }
}

/// <summary>A value of a known type; read it with <see cref="InputReading.Get{T}(Input{T}, ActivityExecutionContext, string)"/>.</summary>
/// <typeparam name="T">The type the expression's value is converted to, culture-invariantly.</typeparam>
public sealed class Input<T> : Input
{
    /// <summary>Always the same value.</summary>
    public Input(T value)
        : base(Expression.Literal(value))
    {
    }

    /// <summary>The current value of a variable.</summary>
    public Input(Variable<T> variable)
        : base(Expression.Variable(variable.Id, variable.Name))
    {
    }

    /// <summary>Whatever the function returns; such an input cannot be written into a document.</summary>
    public Input(Func<ExpressionExecutionContext, T> function)
        : base(Expression.Delegate(context => function(context)))
    {
    }

    /// <summary>The value of any expression.</summary>
    public Input(Expression expression)
        : base(expression)
    {
    }

    internal override Type ValueType => typeof(T);
}

/// <summary>Reads inputs from the activity's side.</summary>
public static class InputReading
{
    /// <summary>The value as evaluated before this execution or resume.</summary>
    /// <param name="input">The input; of this activity, or of one around it.</param>
    /// <param name="context">The execution.</param>
    /// <param name="inputName">What the caller calls it; filled in by the compiler.</param>
    /// <exception cref="InvalidOperationException">There is no value.</exception>
    public static T Get<T>(
        this Input<T>? input,
        ActivityExecutionContext context,
        [CallerArgumentExpression(nameof(input))] string? inputName = null) =>
        context.Get(input) ?? throw new InvalidOperationException($"The input '{inputName}' is required.");

    /// <summary>The value, as an expression of something inside the activity sees it.</summary>
    /// <exception cref="InvalidOperationException">There is no value.</exception>
    public static T Get<T>(
        this Input<T>? input,
        ExpressionExecutionContext context,
        [CallerArgumentExpression(nameof(input))] string? inputName = null) =>
        input.Get(context.Activity, inputName);

    /// <summary>The value, or what is to count if there is none.</summary>
    /// <param name="input">The input; null counts as without a value.</param>
    /// <param name="context">The execution.</param>
    /// <param name="defaultValue">Makes the value if there is none; the type's default if null.</param>
    public static T? GetOrDefault<T>(
        this Input<T>? input, ActivityExecutionContext context, Func<T>? defaultValue = null)
    {
        var value = context.Get(input);

        return value is null && defaultValue is not null ? defaultValue() : value;
    }

    /// <summary>The value as an expression of something inside sees it, or what is to count if there is none.</summary>
    public static T? GetOrDefault<T>(
        this Input<T>? input, ExpressionExecutionContext context, Func<T>? defaultValue = null) =>
        input.GetOrDefault(context.Activity, defaultValue);
}
