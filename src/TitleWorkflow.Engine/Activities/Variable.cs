using TitleWorkflow.Engine.Execution;
using TitleWorkflow.Engine.Expressions;

namespace TitleWorkflow.Engine.Activities;

/// <summary>
/// A variable: a reference to one that some container around the activity declares, or, in the constructor of a
/// <see cref="Composite"/> or with <see cref="ActivityExecutionContext.ScheduleActivityAsync"/>, the declaration itself.
/// </summary>
public class Variable
{
    /// <summary>A variable whose id is its name.</summary>
    /// <param name="name">The name scripts use.</param>
    /// <param name="value">The default where this declares the variable; of no account where it refers to one.</param>
    /// <param name="id">The id in the document, which lookups use first; the name if null.</param>
    public Variable(string name, object? value = null, string? id = null)
    {
        Name = name;
        Value = value;
        Id = id ?? name;
    }

    /// <summary>The id in the document; what lookups use first.</summary>
    public string Id { get; set; }

    /// <summary>The name scripts use.</summary>
    public string Name { get; set; }

    /// <summary>The default where this declares the variable.</summary>
    public object? Value { get; set; }

    internal virtual Type ValueType => typeof(object);

    /// <summary>The current value, nearest scope first; null if no scope declares the variable.</summary>
    public object? Get(ActivityExecutionContext context) => context.FindVariable(this)?.Value;

    /// <summary>The current value as an expression sees it; null if no scope declares the variable.</summary>
    public object? Get(ExpressionExecutionContext context) => Get(context.Activity);

    /// <summary>Changes the value in the nearest scope that declares the variable.</summary>
    /// <exception cref="InvalidOperationException">No scope declares it.</exception>
    /// <exception cref="FormatException">The value cannot be converted to the variable's type.</exception>
    public void Set(ActivityExecutionContext context, object? value)
    {
        var variable = context.FindVariable(this)
            ?? throw new InvalidOperationException($"No scope declares the variable '{Name}' with the id '{Id}'.");

        variable.Value = value;
    }
}

/// <summary>A variable of a known type.</summary>
/// <typeparam name="T">The type its value is converted to when read.</typeparam>
public sealed class Variable<T> : Variable
{
    /// <summary>A variable whose id is its name, with the type's default.</summary>
    public Variable(string name)
        : base(name)
    {
    }

    /// <summary>A variable with a default.</summary>
    public Variable(string name, T value)
        : base(name, value)
    {
    }

    /// <summary>A variable with a default and an id of its own.</summary>
    public Variable(string name, T value, string? id)
        : base(name, value, id)
    {
    }

    internal override Type ValueType => typeof(T);

    /// <summary>The current value, nearest scope first; the type's default if no scope declares the variable.</summary>
    public new T? Get(ActivityExecutionContext context) => ValueConverter.Convert<T>(base.Get(context));

    /// <summary>The current value as an expression sees it; the type's default if no scope declares the variable.</summary>
    public new T? Get(ExpressionExecutionContext context) => Get(context.Activity);

    /// <summary>Changes the value in the nearest scope that declares the variable.</summary>
    /// <exception cref="InvalidOperationException">No scope declares it.</exception>
    public void Set(ActivityExecutionContext context, T? value) => base.Set(context, value);
}
