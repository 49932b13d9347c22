using TitleWorkflow.Domain;

namespace TitleWorkflow.Application.Operation;

/// <summary>What is demanded of operating the product.</summary>
public static class OperationRules
{
    /// <summary>The demonstration's clock never goes back.</summary>
    public static readonly Rule ClockForward = new(
        "operation.clock-forward", "The demonstration's clock can only be moved forward.", Source.Product);
}
