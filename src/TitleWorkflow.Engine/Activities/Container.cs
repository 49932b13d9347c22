using TitleWorkflow.Engine.Execution;

namespace TitleWorkflow.Engine.Activities;

/// <summary>A step that holds a list of steps and variables they share; what runs when is for the derived class.</summary>
/// <remarks>
/// Schedule each child with <see cref="ActivityExecutionContext.ScheduleActivityAsync"/> and a named method of the class as
/// callback; complete the container when the last one has ended.
/// </remarks>
public abstract class Container : Activity
{
    /// <summary>A container that knows where in its author's source it was made.</summary>
    protected Container(string? source = null, int? line = null)
        : base(source, line)
    {
    }

    /// <summary>The steps inside, in the order of the document.</summary>
    public IList<Activity> Activities { get; set; } = [];

    /// <summary>The variables declared here: they begin with the container and end with it.</summary>
    public IList<Variable> Variables { get; set; } = [];

    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context) => ScheduleChildrenAsync(context);

    /// <summary>Queues what runs first. If that is nothing, the container has to complete here.</summary>
    protected virtual ValueTask ScheduleChildrenAsync(ActivityExecutionContext context)
    {
        ScheduleChildren(context);

        return ValueTask.CompletedTask;
    }

    /// <summary>Queues what runs first, where nothing has to be awaited.</summary>
    protected virtual void ScheduleChildren(ActivityExecutionContext context)
    {
    }
}
