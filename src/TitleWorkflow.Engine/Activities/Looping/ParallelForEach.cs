using TitleWorkflow.Engine.Execution;

namespace TitleWorkflow.Engine.Activities;

/// <summary>
/// Runs its body once for each item, all at once; completes when all have ended. A body that faults does not stop the
/// others, but keeps the loop open.
/// </summary>
[Activity("Elsa", "Looping", "Runs for all items at once.")]
public sealed class ParallelForEach : Loop
{
    /// <summary>The items; evaluated once, when the loop begins.</summary>
    [Input(AutoEvaluate = false)]
    public Input<IList<object>> Items { get; set; } = new([]);

    internal override string? ChildCallback => nameof(OnBodyEnded);

    /// <inheritdoc/>
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var items = Body is null ? [] : context.Get(Items) ?? [];

        for (var index = 0; index < items.Count; index++)
        {
            await context.ScheduleActivityAsync(
                Body, OnBodyEnded, tag: index, variables: CurrentItem(items, index));
        }

        await CompleteIfAllEndedAsync(context);
    }

    private ValueTask OnBodyEnded(ActivityCompletedContext ended) => CompleteIfAllEndedAsync(ended.TargetContext);

    private static ValueTask CompleteIfAllEndedAsync(ActivityExecutionContext context) =>
        Breaking.IsBroken(context) || !context.HasOpenWork ? context.CompleteActivityAsync() : default;
}
