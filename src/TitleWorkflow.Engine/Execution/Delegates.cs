namespace TitleWorkflow.Engine.Execution;

/// <summary>
/// A method of an activity that runs when a bookmark is resumed. It is stored by name: it must be a named instance
/// method of the activity, and renaming it breaks what is stored.
/// </summary>
public delegate ValueTask ExecuteActivityDelegate(ActivityExecutionContext context);

/// <summary>
/// A method of a container that runs when an activity it scheduled has ended, completed or cancelled. It is stored by
/// name: it must be a named instance method of the container, and renaming it breaks what is stored.
/// </summary>
public delegate ValueTask ActivityCompletionCallback(ActivityCompletedContext context);

/// <summary>What a container learns about an activity it scheduled.</summary>
/// <param name="TargetContext">The container's execution.</param>
/// <param name="ChildContext">The execution that has ended.</param>
/// <param name="Result">What it completed with: <see cref="Execution.Outcomes"/>, a value of its own, or null.</param>
public sealed record ActivityCompletedContext(
    ActivityExecutionContext TargetContext, ActivityExecutionContext ChildContext, object? Result = null)
{
    /// <summary>How it ended; no names at all if it was cancelled.</summary>
    public Outcomes Outcomes => Outcomes.Of(Result);
}

/// <summary>The names an activity ended with; they decide which connections are followed.</summary>
public sealed record Outcomes
{
    /// <summary>
    /// The outcome of a completion that names none: <c>Done</c>, which connections without a port fit too.
    /// </summary>
    public static Outcomes Default { get; } = new(["Done"], isImplicit: true);

    /// <summary>What a result says: itself if it is outcomes, else the implicit <c>Done</c>.</summary>
    internal static Outcomes Of(object? result) => result as Outcomes ?? Default;

    /// <summary>No outcome: nothing is followed.</summary>
    public static Outcomes None { get; } = new([], isImplicit: false);

    /// <summary>
    /// Exactly these names, compared ordinally; connections without a port do not fit, not even <c>Done</c>.
    /// </summary>
    public Outcomes(params IReadOnlyList<string> names)
        : this(names, isImplicit: false)
    {
    }

    private Outcomes(IReadOnlyList<string> names, bool isImplicit)
    {
        Names = names;
        IsImplicit = isImplicit;
    }

    /// <summary>The names, in the order given.</summary>
    public IReadOnlyList<string> Names { get; }

    private bool IsImplicit { get; }

    /// <summary>Whether a connection that leaves from the port is followed.</summary>
    public bool Follow(string? port) =>
        string.IsNullOrEmpty(port) ? IsImplicit : Names.Contains(port, StringComparer.Ordinal);
}
