using TitleWorkflow.Engine.Execution;

namespace TitleWorkflow.Engine.Activities;

/// <summary>Takes one of two ways.</summary>
[Activity("Elsa", "Branching", "Takes one of two ways.", DisplayName = "Decision")]
[FlowNode("True", "False")]
public sealed class FlowDecision : Activity
{
    /// <summary>What decides.</summary>
    [Input(DefaultSyntax = "JavaScript")]
    public Input<bool> Condition { get; set; } = new(false);

    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context) =>
        context.CompleteActivityWithOutcomesAsync(context.Get(Condition) ? "True" : "False");
}
