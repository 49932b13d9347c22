using TitleWorkflow.Engine.Execution;
using TitleWorkflow.Engine.State;

namespace TitleWorkflow.Engine.Activities;

/// <summary>Runs another workflow as an instance of its own right here; the result is its output.</summary>
[Activity("Elsa", "Composition", "Runs another workflow.", DisplayName = "Execute workflow")]
public sealed class ExecuteWorkflow : DispatchedWorkflow
{
    /// <inheritdoc/>
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var engine = context.WorkflowExecutionContext.Host.Engine;

        if (context.WorkflowExecutionContext.Depth >= context.WorkflowExecutionContext.Host.Options.MaxExecutionDepth)
        {
            throw new InvalidOperationException(
                $"Workflows execute one another more than {context.WorkflowExecutionContext.Depth} deep.");
        }

        var childId = ActivityExecutionContext.NewId();
        var request = Request(context, childId);
        var run = await engine.StartAsync(request, context.WorkflowExecutionContext, context.CancellationToken);

        if (run.Outcome != StartOutcome.Started)
        {
            throw CannotStart(request.DefinitionId, run.Refusals);
        }

        if (run.Status == WorkflowStatus.Running && context.Get(WaitForCompletion))
        {
            WaitFor(context, childId, OnChildEnded);

            return;
        }

        if (run.SubStatus == WorkflowSubStatus.Faulted)
        {
            throw new InvalidOperationException($"The workflow '{request.DefinitionId}' faulted. {string.Join(' ', run.NewIncidents.Select(incident => incident.Message))}");
        }

        var child = await engine.FindAsync(childId, context.CancellationToken);
        context.Set(Result, child?.Output);
        await context.CompleteActivityAsync();
    }

    private async ValueTask OnChildEnded(ActivityExecutionContext context)
    {
        if (ChildStatus(context) != WorkflowSubStatus.Faulted)
        {
            context.Set(Result, context.GetWorkflowInput<object>(ChildFinished.OutputInput));
            await context.CompleteActivityAsync();
        }
    }
}
