namespace TitleWorkflow.Engine.Activities;

/// <summary>
/// A step that completes with <c>Done</c> as soon as it has executed, unless it made a bookmark or an end of its own.
/// </summary>
public abstract class CodeActivity : Activity
{
    /// <summary>A step that knows where in its author's source it was made.</summary>
    protected CodeActivity(string? source = null, int? line = null)
        : base(source, line)
    {
    }

    /// <summary>A step with a type name of its own, which wins over the class's attribute.</summary>
    protected CodeActivity(string activityType, int version, string? source = null, int? line = null)
        : base(activityType, version, source, line)
    {
    }

    internal sealed override bool CompletesItself => true;
}

/// <summary>A code activity with a result.</summary>
/// <typeparam name="T">The result's type.</typeparam>
public abstract class CodeActivity<T> : Activity<T>
{
    /// <summary>A step that knows where in its author's source it was made.</summary>
    protected CodeActivity(string? source = null, int? line = null)
        : base(source, line)
    {
    }

    /// <summary>A step with a type name of its own, which wins over the class's attribute.</summary>
    protected CodeActivity(string activityType, int version, string? source = null, int? line = null)
        : base(activityType, version, source, line)
    {
    }

    internal sealed override bool CompletesItself => true;
}
