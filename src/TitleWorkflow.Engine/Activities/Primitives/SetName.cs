using TitleWorkflow.Engine.Execution;

namespace TitleWorkflow.Engine.Activities;

/// <summary>Names the instance for people.</summary>
[Activity("Elsa", "Primitives", "Names the instance.", DisplayName = "Set name")]
public sealed class SetName : CodeActivity
{
    /// <summary>The name.</summary>
    [Input]
    public Input<string> Value { get; set; } = new("");

    /// <inheritdoc/>
    protected override void Execute(ActivityExecutionContext context) =>
        context.WorkflowExecutionContext.Name = context.Get(Value);
}
