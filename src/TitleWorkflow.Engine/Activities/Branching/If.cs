using TitleWorkflow.Engine.Execution;

namespace TitleWorkflow.Engine.Activities;

/// <summary>Runs one of two embedded activities; completes when it has.</summary>
[Activity("Elsa", "Branching", "Runs one of two activities.")]
public sealed class If : Activity<bool>
{
    /// <summary>What decides.</summary>
    [Input(DefaultSyntax = "JavaScript")]
    public Input<bool> Condition { get; set; } = new(false);

    /// <summary>Runs if the condition holds.</summary>
    [Port]
    public Activity? Then { get; set; }

    /// <summary>Runs if it does not.</summary>
    [Port]
    public Activity? Else { get; set; }

    internal override string? ChildCallback => nameof(OnBranchEnded);

    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var holds = context.Get(Condition);
        context.Set(Result, holds);

        return (holds ? Then : Else) is { } chosen
            ? context.ScheduleActivityAsync(chosen, OnBranchEnded)
            : context.CompleteActivityAsync();
    }

    private ValueTask OnBranchEnded(ActivityCompletedContext ended) => ended.TargetContext.CompleteActivityAsync();
}
