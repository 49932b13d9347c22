using TitleWorkflow.Engine.Documents;
using TitleWorkflow.Engine.Execution;
using TitleWorkflow.Engine.Expressions;

namespace TitleWorkflow.Engine.Activities;

/// <summary>Runs a script, which may choose outcomes with <c>setOutcome</c> and <c>setOutcomes</c>.</summary>
[Activity("Elsa", "Scripting", "Runs a script (ECMAScript 5).", DisplayName = "Run JavaScript")]
[FlowNode("Done", OutcomesFrom = nameof(PossibleOutcomes))]
public sealed class RunJavaScript : Activity<object>
{
    private ScriptExpression? compiled;

    /// <summary>The source.</summary>
    [Input(AutoEvaluate = false, UIHint = "code-editor")]
    public Input<string> Script { get; set; } = new("");

    /// <summary>The outcomes the script may choose.</summary>
    [Input(UIHint = "dynamic-outcomes")]
    public Input<IList<string>> PossibleOutcomes { get; set; } = new([]);

    /// <inheritdoc/>
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var run = new ScriptRun(new ExpressionExecutionContext(context), Compiled(context));
        var result = run.Evaluate(withOutcomes: true);

        if (result is not null)
        {
            context.Set(Result, result);
        }

        if (run.Outcomes is { } outcomes)
        {
            await context.CompleteActivityWithOutcomesAsync([.. outcomes]);
        }
        else
        {
            await context.CompleteActivityAsync();
        }
    }

    // Both kinds of expression hold the source itself; only of another kind must it be found first.
    private ScriptExpression Compiled(ActivityExecutionContext context) =>
        Script.Expression.Type is ExpressionTypes.Literal or ExpressionTypes.JavaScript
            ? compiled ??= ScriptExpression.Parse(Script.Expression.Value.AsText() ?? "")
            : ScriptExpression.Parse(context.Get(Script) ?? "");
}
