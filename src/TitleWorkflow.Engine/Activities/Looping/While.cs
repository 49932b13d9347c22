using TitleWorkflow.Engine.Execution;

namespace TitleWorkflow.Engine.Activities;

/// <summary>Repeats its body as long as a condition holds, which is tried before each round.</summary>
[Activity("Elsa", "Looping", "Repeats while a condition holds.")]
public sealed class While : Loop
{
    /// <summary>Whether there is another round.</summary>
    [Input(AutoEvaluate = false, DefaultSyntax = "JavaScript")]
    public Input<bool> Condition { get; set; } = new(false);

    internal override string? ChildCallback => nameof(OnBodyEnded);

    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context) => NextAsync(context);

    private ValueTask OnBodyEnded(ActivityCompletedContext ended) => NextAsync(ended.TargetContext);

    private ValueTask NextAsync(ActivityExecutionContext context) =>
        !Breaking.IsBroken(context) && Body is not null && context.Get(Condition)
            ? context.ScheduleActivityAsync(Body, OnBodyEnded)
            : context.CompleteActivityAsync();
}
