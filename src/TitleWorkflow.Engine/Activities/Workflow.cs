using TitleWorkflow.Engine.Execution;

namespace TitleWorkflow.Engine.Activities;

/// <summary>The workflow itself: owns the outermost activity and the workflow's variables.</summary>
[Activity("Elsa", "Workflows", IsContainer = true, IsBrowsable = false)]
internal sealed class Workflow : Activity
{
    [Port(IsBrowsable = false)]
    public Activity? Root { get; set; }

    internal override string? ChildCallback => nameof(OnRootEnded);

    protected override ValueTask ExecuteAsync(ActivityExecutionContext context) =>
        context.ScheduleActivityAsync(Root, OnRootEnded);

    private static bool Completed(ActivityCompletedContext context) => context.Outcomes.Names.Count > 0;

    private ValueTask OnRootEnded(ActivityCompletedContext context) =>
        context.TargetContext.CompleteActivityAsync(Completed(context) ? Outcomes.Default : Outcomes.None);
}
