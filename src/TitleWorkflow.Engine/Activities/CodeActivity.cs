namespace TitleWorkflow.Engine.Activities;

/// <summary>
/// A step that completes with <c>Done</c> as soon as it has executed, unless it made a bookmark or an end of its own.
/// </summary>
public abstract class CodeActivity : Activity
{
    internal sealed override bool CompletesItself => true;
}

/// <summary>A code activity with a result.</summary>
/// <typeparam name="T">The result's type.</typeparam>
public abstract class CodeActivity<T> : Activity<T>
{
    internal sealed override bool CompletesItself => true;
}
