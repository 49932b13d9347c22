using TitleWorkflow.Engine.Execution;

namespace TitleWorkflow.Engine.Activities;

/// <summary>Faults on purpose.</summary>
[Activity("Elsa", "Primitives", "Faults on purpose.")]
public sealed class Fault : Activity
{
    /// <summary>What sort of fault, for programs.</summary>
    [Input]
    public Input<string> Code { get; set; } = new("");

    /// <summary>Where it belongs.</summary>
    [Input]
    public Input<string> Category { get; set; } = new("");

    /// <summary>Whose fault it is.</summary>
    [Input]
    public Input<string> FaultType { get; set; } = new("");

    /// <summary>What went wrong, for people.</summary>
    [Input(UIHint = "multiline")]
    public Input<string> Message { get; set; } = new("");

    /// <inheritdoc/>
    protected override void Execute(ActivityExecutionContext context) =>
        throw new FaultException(
            context.Get(Code) ?? "",
            context.Get(Category) ?? "",
            context.Get(FaultType) ?? "",
            context.Get(Message) ?? "");
}

/// <summary>What <see cref="Fault"/> throws.</summary>
public sealed class FaultException(string code, string category, string faultType, string message) : Exception(message)
{
    /// <summary>What sort of fault, for programs.</summary>
    public string Code { get; } = code;

    /// <summary>Where it belongs.</summary>
    public string Category { get; } = category;

    /// <summary>Whose fault it is.</summary>
    public string FaultType { get; } = faultType;
}
