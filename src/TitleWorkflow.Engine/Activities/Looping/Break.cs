using TitleWorkflow.Engine.Execution;

namespace TitleWorkflow.Engine.Activities;

/// <summary>Ends the nearest loop around it.</summary>
[Activity("Elsa", "Looping", "Ends the nearest loop.", IsTerminal = true)]
public sealed class Break : Activity
{
    /// <inheritdoc/>
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        await context.SendSignalAsync(new BreakSignal());
        await context.CompleteActivityAsync();
    }
}
