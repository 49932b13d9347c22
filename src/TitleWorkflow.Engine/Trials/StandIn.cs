using System.Text.Json.Nodes;
using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.Documents;
using TitleWorkflow.Engine.Execution;
using TitleWorkflow.Engine.Expressions;
using TitleWorkflow.Engine.State;

namespace TitleWorkflow.Engine.Trials;

/// <summary>
/// Takes the place of a step that cannot execute in a trial: it waits, and whoever resumes it says how it ends and what it
/// produces. What its inputs come to can be read from its bookmark.
/// </summary>
[Activity("Trials", IsBrowsable = false)]
internal sealed class StandIn : Activity
{
    public const string OutcomesInput = "Trial:Outcomes";
    public const string ResultInput = "Trial:Result";

    private static readonly string[] Evaluated =
    [
        ExpressionTypes.Literal, ExpressionTypes.Object, ExpressionTypes.Json, ExpressionTypes.Variable,
        ExpressionTypes.Input, ExpressionTypes.JavaScript,
    ];

    protected override void Execute(ActivityExecutionContext context) => context.CreateBookmark(new CreateBookmarkArgs
    {
        BookmarkName = Type,
        Stimulus = Inputs(context),
        Callback = OnAnswered,
    });

    private ValueTask OnAnswered(ActivityExecutionContext context)
    {
        Produce(context, context.WorkflowInput.GetValueOrDefault(ResultInput));
        var outcomes = context.GetWorkflowInput<List<string>>(OutcomesInput);
        var offered = context.Node.Descriptor.OutcomesOf(context.Node.Document!);
        var first = offered.Count > 0 ? offered[0] : null;

        return outcomes is not null ? context.CompleteActivityWithOutcomesAsync([.. outcomes])
            : first is null or "Done" ? context.CompleteActivityAsync()
            : context.CompleteActivityWithOutcomesAsync(first);
    }

    // A kind of expression that is only kept is for the real step to evaluate.
    private JsonObject Inputs(ActivityExecutionContext context)
    {
        var inputs = new JsonObject();

        foreach (var (name, value) in Node.Document!.Json)
        {
            if (value is JsonObject input && input["expression"] is JsonObject json
                && InputReader.ReadExpression(json) is var expression && Evaluated.Contains(expression.Type))
            {
                inputs[name] = StateJson.ToNode(context.Evaluate<object>(expression));
            }
        }

        return inputs;
    }

    private void Produce(ActivityExecutionContext context, JsonNode? result)
    {
        if (result is null)
        {
            return;
        }

        context.Set(new Output<object> { MemoryReference = Target("result") }, result);

        foreach (var (name, value) in result as JsonObject ?? [])
        {
            if (Target(name) is { } target && !name.Equals("result", StringComparison.OrdinalIgnoreCase))
            {
                context.Set(new Output<object> { Name = name, MemoryReference = target }, value);
            }
        }
    }

    private string? Target(string output) =>
        Node.Document!.Json[output].Member("memoryReference").Member("id").AsText();
}

/// <summary>Takes the place of a step that never waits: it does nothing, and completes.</summary>
[Activity("Trials", IsBrowsable = false)]
internal sealed class StandInStep : CodeActivity;
