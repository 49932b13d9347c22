using TitleWorkflow.Engine.Execution;

namespace TitleWorkflow.Engine.Activities;

/// <summary>Runs its activities one after the other; ends early at a terminal one or at a break.</summary>
[Activity("Elsa", "Workflows", "Runs activities one after the other.", IsContainer = true)]
public sealed class Sequence : Container
{
    private const string Index = "Index";

    /// <summary>An empty sequence.</summary>
    public Sequence() => Breaking.PassOn(OnSignalReceived);

    internal override string? ChildCallback => nameof(OnChildEnded);

    /// <inheritdoc/>
    protected override ValueTask ScheduleChildrenAsync(ActivityExecutionContext context)
    {
        context.SetProperty(Index, 0);

        return NextAsync(context);
    }

    private ValueTask OnChildEnded(ActivityCompletedContext ended) =>
        ended.ChildContext.Node.Descriptor.IsTerminal || Breaking.IsBroken(ended.TargetContext)
            ? ended.TargetContext.CompleteActivityAsync()
            : NextAsync(ended.TargetContext);

    private ValueTask NextAsync(ActivityExecutionContext context)
    {
        var index = context.GetProperty<int>(Index);

        if (index >= Activities.Count)
        {
            return context.CompleteActivityAsync();
        }

        context.SetProperty(Index, index + 1);

        return context.ScheduleActivityAsync(Activities[index], OnChildEnded);
    }
}
