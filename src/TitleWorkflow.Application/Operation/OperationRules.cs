using TitleWorkflow.Domain;

namespace TitleWorkflow.Application.Operation;

/// <summary>What is demanded of operating the product.</summary>
public static class OperationRules
{
    /// <summary>The demonstration's clock never goes back.</summary>
    public static readonly Rule ClockForward = new(
        "operation.clock-forward", "The demonstration's clock can only be moved forward.", Source.Product);

    /// <summary>What a flow waits for or starts by cannot be given up: no case may stand for ever.</summary>
    public static readonly Rule FlowStillWaits = new(
        "operation.flow-still-waits",
        "A flow still rests on this: replay it, or skip the step, end the flow or publish a new version.",
        Source.Product);
}
