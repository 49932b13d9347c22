using System.Text.Json.Nodes;
using TitleWorkflow.Engine.Execution;
using TitleWorkflow.Engine.Expressions;
using TitleWorkflow.Engine.State;

namespace TitleWorkflow.Engine.Tests.Hosting;

/// <summary>Executions without a run, for what needs only a scope.</summary>
internal static class TestContexts
{
    public static ActivityExecutionContext OfStep(
        Flow? flow = null, EngineHost? host = null, object? input = null)
    {
        host ??= new EngineHost();
        flow ??= Flow.Chart().Add("step", "Step");
        var stored = new StoredDefinition("flow-v1", "flow", 1, flow.ToJson());
        var compiled = WorkflowCompiler.Compile(stored, flow.ToDocument(), host.Catalog, _ => null);
        var services = new BurstServices(host.Clock, host, host.Options, host.Engine);
        var burst = NewInstance.Prepare(
            new StartWorkflow("flow") { By = "anna", Input = EngineHost.Values(input), InstanceId = "instance-1" },
            compiled,
            services,
            CancellationToken.None);
        var step = compiled.Nodes.First(node => node.Children.IsEmpty);

        burst.Root.Variables.Declare();

        return burst.Add(
            step, new ActivityInstance { Id = "execution-1", NodeId = step.NodeId, Status = ActivityStatus.Running }, burst.Root);
    }

    public static object? Run(this ActivityExecutionContext context, string script)
    {
        var compiled = ExpressionCompiler.Compile(
            new Expression(ExpressionTypes.JavaScript, JsonValue.Create(script)), typeof(object));

        var value = compiled.Evaluate(new ExpressionExecutionContext(context));

        return value is JsonNode structure ? structure.ToJsonString() : value;
    }
}
