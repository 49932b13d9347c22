using TitleWorkflow.Engine.Execution;

namespace TitleWorkflow.Engine.Activities;

/// <summary>A reference to a variable that some container around the activity declares.</summary>
public class Variable
{
    /// <summary>Refers to a variable by its id and, where no id fits, by its name.</summary>
    public Variable(string id, string? name = null)
    {
        Id = id;
        Name = name ?? id;
    }

    /// <summary>The id in the document; what lookups use first.</summary>
    public string Id { get; }

    /// <summary>The name scripts use.</summary>
    public string Name { get; }

    /// <summary>The current value, nearest scope first; null if no scope declares the variable.</summary>
    public object? Get(ActivityExecutionContext context) => context.FindVariable(this)?.Value;

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

/// <summary>A reference to a variable of a known type.</summary>
/// <typeparam name="T">The type its value is converted to when read.</typeparam>
public sealed class Variable<T>(string id, string? name = null) : Variable(id, name)
{
    /// <summary>The current value, nearest scope first; the type's default if no scope declares the variable.</summary>
    public new T? Get(ActivityExecutionContext context) =>
        Expressions.ValueConverter.Convert<T>(base.Get(context));
}
