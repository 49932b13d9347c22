using System.Text.Json.Nodes;
using TitleWorkflow.Engine.Execution;
using TitleWorkflow.Engine.Expressions;

namespace TitleWorkflow.Engine.Activities;

/// <summary>
/// Ends the workflow, or the workflow used as an activity, around it, with outcomes; those further out go on.
/// </summary>
[Activity("Elsa", "Primitives", "Ends the workflow with outcomes.", IsTerminal = true)]
public sealed class Complete : Activity
{
    /// <summary>One name, a list of names, or a JSON list of names; <c>Done</c> if there is none.</summary>
    [Input(UIHint = "outcome-picker")]
    public Input<object> Outcomes { get; set; } = new("Done");

    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context) =>
        context.CompleteCompositeAsync(new Outcomes(Names(context.Get(Outcomes))));

    private static List<string> Names(object? value)
    {
        var names = value switch
        {
            string text when InputReader.Parsed(JsonValue.Create(text)) is JsonArray list =>
                ValueConverter.Convert<List<string>>(list),
            string text => [text],
            null => [],
            _ => ValueConverter.Convert<List<string>>(value),
        };

        return names?.Where(name => name.Length > 0).ToList() is { Count: > 0 } given ? given : ["Done"];
    }
}
