using TitleWorkflow.Engine.Execution;

namespace TitleWorkflow.Engine.Activities;

/// <summary>Says what the instance is about.</summary>
[Activity("Elsa", "Primitives", "Says what the instance is about.")]
public sealed class Correlate : CodeActivity
{
    /// <summary>The correlation id.</summary>
    [Input]
    public Input<string> CorrelationId { get; set; } = new("");

    /// <inheritdoc/>
    protected override void Execute(ActivityExecutionContext context) =>
        context.WorkflowExecutionContext.CorrelationId = context.Get(CorrelationId);
}
