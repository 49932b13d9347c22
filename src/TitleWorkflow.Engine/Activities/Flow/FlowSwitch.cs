using TitleWorkflow.Engine.Execution;
using TitleWorkflow.Engine.Expressions;

namespace TitleWorkflow.Engine.Activities;

/// <summary>Takes the way, or all ways, whose condition holds; <c>Default</c> if none does.</summary>
[Activity("Elsa", "Branching", "Takes the ways whose condition holds.", DisplayName = "Switch (flow)")]
[FlowNode("Default", OutcomesFrom = nameof(Cases))]
public sealed class FlowSwitch : Activity
{
    /// <summary>The ways, in the order their conditions are tried.</summary>
    [Input(UIHint = "flow-switch-editor")]
    public IList<FlowSwitchCase> Cases { get; set; } = [];

    /// <summary>Whether the first way that fits is taken, or all of them.</summary>
    [Input]
    public Input<SwitchMode> Mode { get; set; } = new(SwitchMode.MatchFirst);

    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var fitting = Cases.Where(way => way.Condition is { } condition && context.Evaluate<bool>(condition));
        var taken = context.Get(Mode) == SwitchMode.MatchFirst ? fitting.Take(1) : fitting;
        string[] outcomes = [.. taken.Select(way => way.Label)];

        return context.CompleteActivityWithOutcomesAsync(outcomes.Length > 0 ? outcomes : ["Default"]);
    }
}

/// <summary>A way of a flow switch.</summary>
public sealed class FlowSwitchCase
{
    /// <summary>The outcome it stands for.</summary>
    public string Label { get; set; } = "";

    /// <summary>When it is taken; never, if there is none.</summary>
    public Expression? Condition { get; set; }
}

/// <summary>Which of several ways that fit are taken.</summary>
public enum SwitchMode
{
    /// <summary>The first.</summary>
    MatchFirst,

    /// <summary>All of them.</summary>
    MatchAny,
}
