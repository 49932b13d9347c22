using TitleWorkflow.Engine.Execution;

namespace TitleWorkflow.Engine.Activities;

/// <summary>Repeats its body for each item, one after the other, also across waits.</summary>
[Activity("Elsa", "Looping", "Repeats for each item, one after the other.")]
public sealed class ForEach : Loop
{
    private const string Index = "Index";
    private const string Evaluated = "Items";

    /// <summary>The items; evaluated once, when the loop begins.</summary>
    [Input(AutoEvaluate = false)]
    public Input<IList<object>> Items { get; set; } = new([]);

    /// <summary>The item of the present round; scripts inside read the variable of that name.</summary>
    [Output]
    public Output<object>? CurrentValue { get; set; }

    internal override string? ChildCallback => nameof(OnBodyEnded);

    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        context.SetProperty(Evaluated, context.Get(Items) ?? []);
        context.SetProperty(Index, 0);

        return NextAsync(context);
    }

    private ValueTask OnBodyEnded(ActivityCompletedContext ended) => NextAsync(ended.TargetContext);

    private ValueTask NextAsync(ActivityExecutionContext context)
    {
        var items = context.GetProperty<IList<object>>(Evaluated)!;
        var index = context.GetProperty<int>(Index);

        if (Breaking.IsBroken(context) || Body is null || index >= items.Count)
        {
            return context.CompleteActivityAsync();
        }

        context.SetProperty(Index, index + 1);
        context.Set(CurrentValue, items[index]);

        return context.ScheduleActivityAsync(Body, OnBodyEnded, variables: CurrentItem(items, index));
    }
}
