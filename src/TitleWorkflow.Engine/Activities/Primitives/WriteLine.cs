using TitleWorkflow.Engine.Execution;

namespace TitleWorkflow.Engine.Activities;

/// <summary>Writes a line to the host's output.</summary>
[Activity("Elsa", "Primitives", "Writes a line.", DisplayName = "Write line")]
public sealed class WriteLine : CodeActivity
{
    /// <summary>The line.</summary>
    [Input(UIHint = "multiline")]
    public Input<string> Text { get; set; } = new("");

    /// <inheritdoc/>
    protected override void Execute(ActivityExecutionContext context) =>
        context.WorkflowExecutionContext.Host.Options.Output.WriteLine(context.Get(Text));
}
