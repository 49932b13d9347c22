using TitleWorkflow.Engine.Execution;

namespace TitleWorkflow.Engine.Activities;

/// <summary>Produces an output of the workflow, or of the workflow used as an activity, around it.</summary>
[Activity("Elsa", "Primitives", "Produces an output of the workflow.", DisplayName = "Set output")]
public sealed class SetOutput : CodeActivity
{
    /// <summary>Which output.</summary>
    [Input(UIHint = "outputpicker")]
    public Input<string> OutputName { get; set; } = new("");

    /// <summary>Its value.</summary>
    [Input]
    public Input<object> OutputValue { get; set; } = new(default(object)!);

    /// <inheritdoc/>
    protected override void Execute(ActivityExecutionContext context) =>
        context.WorkflowExecutionContext.SetOutput(
            context.Embedding(), context.Get(OutputName)!, context.Get(OutputValue));
}
