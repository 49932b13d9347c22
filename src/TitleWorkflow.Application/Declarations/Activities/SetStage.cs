using TitleWorkflow.Application.Workflows;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Instances;
using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.Execution;

namespace TitleWorkflow.Application.Declarations.Activities;

/// <summary>Says which of the five stages the case is in from here on (设置阶段); its status stays.</summary>
[Activity("TitleWorkflow", "流程控制", "标明办理从此处起属于哪个阶段。", DisplayName = "设置阶段")]
[Statutory(StatutoryAct.None)]
public sealed class SetStage : CodeActivity
{
    /// <summary>The stage.</summary>
    [Input(DisplayName = "阶段")] public Input<string> Stage { get; set; } = new(nameof(Domain.Declarations.Stage.Review));

    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var flow = context.GetRequiredService<FlowCase>();
        var declaration = await flow.LoadAsync(context, context.CancellationToken);
        declaration.Enter(
            declaration.Status, Enum.Parse<Stage>(context.Get(Stage)!), declaration.WithOffice, declaration.DueOn, flow.Now);
    }
}
