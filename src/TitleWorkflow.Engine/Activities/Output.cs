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

/// <summary>A value of a known type; write it with <see cref="Execution.ActivityExecutionContext.Set{T}"/>.</summary>
/// <typeparam name="T">The type the activity produces.</typeparam>
public sealed class Output<T> : Output
{
    internal override Type ValueType => typeof(T);
}
