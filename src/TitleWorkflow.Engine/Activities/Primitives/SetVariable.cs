using TitleWorkflow.Engine.Execution;

namespace TitleWorkflow.Engine.Activities;

/// <summary>Changes a variable, found by its id, nearest scope first; faults if no scope declares it.</summary>
[Activity("Elsa", "Primitives", "Changes a variable.", DisplayName = "Set variable")]
public sealed class SetVariable : CodeActivity
{
    /// <summary>Which variable.</summary>
    [Input(UIHint = "variable-picker")]
    public Variable? Variable { get; set; }

    /// <summary>The new value, converted to the variable's type.</summary>
    [Input]
    public Input<object> Value { get; set; } = new(default(object)!);

    /// <inheritdoc/>
    protected override void Execute(ActivityExecutionContext context)
    {
        var variable = (Variable is null ? null : context.FindVariableById(Variable.Id))
            ?? throw new InvalidOperationException($"No scope declares a variable with the id '{Variable?.Id}'.");

        variable.Value = context.Get(Value);
    }
}
