using TitleWorkflow.Engine.Execution;

namespace TitleWorkflow.Engine.Activities;

/// <summary>Ends the whole workflow, however deep it stands; everything that is still open is cancelled.</summary>
[Activity("Elsa", "Primitives", "Ends the workflow.", IsTerminal = true)]
public sealed class Finish : Activity
{
    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context) =>
        Ending.CompleteOutwardsAsync(context, context.WorkflowExecutionContext.Root, Outcomes.Default);
}
