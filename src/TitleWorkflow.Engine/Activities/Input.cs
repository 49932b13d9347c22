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
}

/// <summary>A value of a known type; read it with <see cref="Execution.ActivityExecutionContext.Get{T}"/>.</summary>
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
