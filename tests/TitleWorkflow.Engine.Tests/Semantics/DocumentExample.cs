// The document's human task, word for word: only the usings are this engine's.
using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.Execution;

namespace Acme;

public sealed record ReviewStimulus(string ActivityInstanceId);

[Activity("Acme", "Review", "Ask somebody to review.")]
[FlowNode("Approve", "Reject")]
public class Review : Activity
{
    [Input(Description = "Assignee")] public Input<string> Assignee { get; set; } = default!;
    [Output] public Output<string>? Comment { get; set; }

    protected override void Execute(ActivityExecutionContext context) =>
        context.CreateBookmark(new ReviewStimulus(context.Id), OnAnswered);

    private async ValueTask OnAnswered(ActivityExecutionContext context)
    {
        context.Set(Comment, context.GetWorkflowInput<string>("Comment"));
        await context.CompleteActivityWithOutcomesAsync(context.GetWorkflowInput<string>("Outcome"));
    }
}
