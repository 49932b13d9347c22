using TitleWorkflow.Engine.Execution;
using TitleWorkflow.Engine.Expressions;

namespace TitleWorkflow.Engine.Activities;

/// <summary>Runs the embedded activity, or all of them, whose condition holds; completes when they have.</summary>
[Activity("Elsa", "Branching", "Runs the activities whose condition holds.")]
public sealed class Switch : Activity
{
    /// <summary>The choices, in the order their conditions are tried.</summary>
    [Input(UIHint = "switch-editor")]
    public IList<SwitchCase> Cases { get; set; } = [];

    /// <summary>Whether the first choice that fits is taken, or all of them.</summary>
    [Input]
    public Input<SwitchMode> Mode { get; set; } = new(SwitchMode.MatchFirst);

    /// <summary>Runs if no choice fits.</summary>
    [Port]
    public Activity? Default { get; set; }

    internal override string? ChildCallback => nameof(OnChoiceEnded);

    /// <inheritdoc/>
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var fitting = Cases.Where(choice => choice.Condition is { } condition && context.Evaluate<bool>(condition));
        var taken = (context.Get(Mode) == SwitchMode.MatchFirst ? fitting.Take(1) : fitting)
            .Select(choice => choice.Activity)
            .ToList();

        foreach (var activity in (taken.Count > 0 ? taken : [Default]).OfType<Activity>())
        {
            await context.ScheduleActivityAsync(activity, OnChoiceEnded);
        }

        await CompleteIfAllEndedAsync(context);
    }

    private ValueTask OnChoiceEnded(ActivityCompletedContext ended) => CompleteIfAllEndedAsync(ended.TargetContext);

    private static ValueTask CompleteIfAllEndedAsync(ActivityExecutionContext context) =>
        context.HasOpenWork ? default : context.CompleteActivityAsync();
}

/// <summary>A choice of a switch.</summary>
public sealed class SwitchCase
{
    /// <summary>What people call it.</summary>
    public string Label { get; set; } = "";

    /// <summary>When it is taken; never, if there is none.</summary>
    public Expression? Condition { get; set; }

    /// <summary>What it runs.</summary>
    public Activity? Activity { get; set; }
}
