using TitleWorkflow.Engine.Execution;

namespace TitleWorkflow.Engine.Activities;

/// <summary>Counts, and repeats its body for each number.</summary>
[Activity("Elsa", "Looping", "Repeats for each number.")]
public sealed class For : Loop
{
    private const string Next = "Next";

    /// <summary>The first number.</summary>
    [Input]
    public Input<int> Start { get; set; } = new(0);

    /// <summary>The bound.</summary>
    [Input]
    public Input<int> End { get; set; } = new(0);

    /// <summary>The distance from number to number; negative counts down, zero ends the loop at once.</summary>
    [Input]
    public Input<int> Step { get; set; } = new(1);

    /// <summary>Whether the bound itself still counts.</summary>
    [Input]
    public Input<bool> OuterBoundInclusive { get; set; } = new(true);

    /// <summary>The number of the present round; scripts inside read the variable of that name.</summary>
    [Output]
    public Output<int>? CurrentValue { get; set; }

    internal override string? ChildCallback => nameof(OnBodyEnded);

    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        context.SetProperty(Next, (long)context.Get(Start));

        return NextAsync(context);
    }

    private ValueTask OnBodyEnded(ActivityCompletedContext ended) => NextAsync(ended.TargetContext);

    private ValueTask NextAsync(ActivityExecutionContext context)
    {
        var next = context.GetProperty<long>(Next);
        var step = context.Get(Step);

        if (Breaking.IsBroken(context) || Body is null || !IsWithin(context, next, step))
        {
            return context.CompleteActivityAsync();
        }

        var current = (int)next;

        context.SetProperty(Next, next + step);
        context.Set(CurrentValue, current);

        return context.ScheduleActivityAsync(
            Body, OnBodyEnded, variables: [new Variable(nameof(CurrentValue), current)]);
    }

    private bool IsWithin(ActivityExecutionContext context, long next, int step)
    {
        var left = (context.Get(End) - next) * Math.Sign(step);

        return step != 0 && (context.Get(OuterBoundInclusive) ? left >= 0 : left > 0);
    }
}
