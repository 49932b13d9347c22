using TitleWorkflow.Engine.Execution;

namespace TitleWorkflow.Engine.Activities;

/// <summary>Takes several ways at once.</summary>
[Activity("Elsa", "Branching", "Takes several ways at once.", DisplayName = "Fork (flow)")]
[FlowNode(OutcomesFrom = nameof(Branches))]
public sealed class FlowFork : Activity
{
    /// <summary>The outcomes, all of which are returned.</summary>
    [Input(UIHint = "dynamic-outcomes")]
    public Input<IList<string>> Branches { get; set; } = new([]);

    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context) =>
        context.CompleteActivityWithOutcomesAsync([.. context.Get(Branches) ?? []]);
}
