using TitleWorkflow.Engine.Execution;

namespace TitleWorkflow.Engine.Activities;

/// <summary>A value an activity produces; a document may bind it to a variable or to a workflow output.</summary>
public abstract class Output
{
    private protected Output()
    {
    }

    /// <summary>
    /// The id of the variable, or the name of the workflow output, that the value is written to; null if unbound.
    /// </summary>
    public string? MemoryReference { get; internal set; }

    internal abstract Type ValueType { get; }

    /// <summary>The name scripts use with <c>getOutputFrom</c>.</summary>
    internal string Name { get; set; } = "Result";
}

/// <summary>A value of a known type; write it with <see cref="ActivityExecutionContext.Set{T}"/>.</summary>
/// <typeparam name="T">The type the activity produces.</typeparam>
public sealed class Output<T> : Output
{
    /// <summary>Not bound to anything: only scripts can read it.</summary>
    public Output()
    {
    }

    /// <summary>Bound to a variable, which gets every value.</summary>
    public Output(Variable variable) => MemoryReference = variable.Id;

    internal override Type ValueType => typeof(T);
}

/// <summary>Writes outputs from the activity's side.</summary>
public static class OutputWriting
{
    /// <summary>Produces a value; nothing happens if the activity has no such output.</summary>
    public static void Set<T>(this Output<T>? output, ActivityExecutionContext context, T? value) =>
        context.Set(output, value);

    /// <summary>Produces a value of a type the compiler does not know; nothing happens if there is no such output.</summary>
    public static void Set(this Output? output, ActivityExecutionContext context, object? value) =>
        context.Set(output, value);
}
