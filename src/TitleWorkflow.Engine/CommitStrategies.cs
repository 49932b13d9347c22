namespace TitleWorkflow.Engine;

/// <summary>The names of the commit strategies that documents and hosts can use.</summary>
/// <remarks>
/// However often a burst commits, it always commits at its end. Compared without regard to case and spaces; a name that is
/// none of these counts as not given. They need <see cref="ICommitPoints"/> to have any effect.
/// </remarks>
public static class CommitStrategies
{
    /// <summary>Of an activity: before and after it executes.</summary>
    public const string Always = "Commit Always";

    /// <summary>Of an activity: neither before nor after it executes, whatever the workflow says.</summary>
    public const string Never = "Commit Never";

    /// <summary>Of an activity: before it executes.</summary>
    public const string Executing = "Executing";

    /// <summary>Of an activity: after it has executed without a fault.</summary>
    public const string Executed = "Executed";

    /// <summary>Of a workflow: before each burst.</summary>
    public const string WorkflowExecuting = "WorkflowExecuting";

    /// <summary>Of a workflow: after each burst, which is what happens anyway.</summary>
    public const string WorkflowExecuted = "WorkflowExecuted";

    /// <summary>Of a workflow: before each activity that has no strategy of its own.</summary>
    public const string ActivityExecuting = "ActivityExecuting";

    /// <summary>Of a workflow: after each activity that has no strategy of its own.</summary>
    public const string ActivityExecuted = "ActivityExecuted";

    /// <summary>Of a workflow: after an activity, if <see cref="EngineOptions.CommitInterval"/> has gone by since the last
    /// commit.</summary>
    public const string Periodic = "Periodic";

    private static readonly Dictionary<string, string> ByName = new[]
    {
        Always, Never, Executing, Executed, WorkflowExecuting, WorkflowExecuted, ActivityExecuting, ActivityExecuted, Periodic,
    }.ToDictionary(Plain, name => name, StringComparer.OrdinalIgnoreCase);

    /// <summary>All names, those for activities first.</summary>
    public static IReadOnlyCollection<string> All => ByName.Values;

    internal static string? Known(string? name) => name is null ? null : ByName.GetValueOrDefault(Plain(name));

    private static string Plain(string name) => name.Replace(" ", "", StringComparison.Ordinal);
}
