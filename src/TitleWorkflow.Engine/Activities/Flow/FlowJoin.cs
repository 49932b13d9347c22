using TitleWorkflow.Engine.Execution;

namespace TitleWorkflow.Engine.Activities;

/// <summary>Where branches of a flowchart meet; its mode says for which of them it waits.</summary>
[Activity("Elsa", "Branching", "Wait for branches.", DisplayName = "Join")]
public sealed class FlowJoin : CodeActivity
{
    /// <summary>For which branches it waits.</summary>
    [Input(UIHint = "dropdown")]
    public Input<FlowJoinMode> Mode { get; set; } = new(FlowJoinMode.WaitAny);

    /// <inheritdoc/>
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        // What was still queued when the first branch arrived has begun since, and an open task must not outlive the race.
        if (context.Get(Mode) == FlowJoinMode.WaitAny && context.Owner is { Activity: Flowchart flowchart } owner)
        {
            await flowchart.CancelLosersAsync(owner, Id);
        }
    }

    internal static FlowJoinMode ModeOf(CompiledNode join, ActivityExecutionContext flowchart) =>
        (FlowJoinMode)join.Inputs[((FlowJoin)join.Activity).Mode.Slot]
            .Evaluate(new Expressions.ExpressionExecutionContext(flowchart))!;
}

/// <summary>For which of its inbound branches a join waits.</summary>
public enum FlowJoinMode
{
    /// <summary>For the first; the others are cancelled.</summary>
    WaitAny,

    /// <summary>For all; if one is not taken, what lies behind the join is skipped.</summary>
    WaitAll,

    /// <summary>For all that are taken, as at every activity that is no join.</summary>
    WaitAllActive,
}
