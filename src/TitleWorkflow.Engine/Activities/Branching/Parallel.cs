using TitleWorkflow.Engine.Execution;

namespace TitleWorkflow.Engine.Activities;

/// <summary>Runs all its activities at once; completes when all have.</summary>
[Activity("Elsa", "Workflows", "Runs activities at once.", IsContainer = true)]
public sealed class Parallel : Container
{
    /// <summary>None yet.</summary>
    public Parallel() => Breaking.PassOn(OnSignalReceived);

    internal override string? ChildCallback => nameof(OnChildEnded);

    /// <inheritdoc/>
    protected override async ValueTask ScheduleChildrenAsync(ActivityExecutionContext context)
    {
        foreach (var activity in Activities)
        {
            await context.ScheduleActivityAsync(activity, OnChildEnded);
        }

        await CompleteIfAllEndedAsync(context);
    }

    private ValueTask OnChildEnded(ActivityCompletedContext ended) => CompleteIfAllEndedAsync(ended.TargetContext);

    private static ValueTask CompleteIfAllEndedAsync(ActivityExecutionContext context) =>
        Breaking.IsBroken(context) || !context.HasOpenWork ? context.CompleteActivityAsync() : default;
}
