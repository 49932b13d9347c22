using TitleWorkflow.Engine.Execution;

namespace TitleWorkflow.Engine.Expressions;

/// <summary>
/// What an expression can see: the activity it belongs to and, through it, variables and inputs in scope.
/// </summary>
public sealed class ExpressionExecutionContext
{
    internal ExpressionExecutionContext(ActivityExecutionContext activity) => Activity = activity;

    /// <summary>The execution the value is for.</summary>
    public ActivityExecutionContext Activity { get; }

    /// <summary>Ends when the caller of the burst gives up.</summary>
    public CancellationToken CancellationToken => Activity.CancellationToken;

    /// <summary>
    /// An input of the nearest workflow used as an activity, else of the workflow itself; null if there is none.
    /// </summary>
    public object? GetInput(string name) => Activity.FindInput(name);

    /// <summary>A service of the host.</summary>
    public T GetRequiredService<T>()
        where T : notnull =>
        Activity.GetRequiredService<T>();
}
