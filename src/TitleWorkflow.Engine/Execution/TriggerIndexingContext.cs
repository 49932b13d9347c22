using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.Expressions;

namespace TitleWorkflow.Engine.Execution;

/// <summary>What a trigger can see when its definition is published: there is no instance yet.</summary>
public sealed class TriggerIndexingContext
{
    private readonly CompiledNode node;

    internal TriggerIndexingContext(CompiledNode node, TimeProvider clock, TimeZoneInfo timeZone)
    {
        this.node = node;
        Clock = clock;
        TimeZone = timeZone;
    }

    /// <summary>The host's clock.</summary>
    public TimeProvider Clock { get; }

    /// <summary>The time zone of cron expressions.</summary>
    public TimeZoneInfo TimeZone { get; }

    /// <summary>The value of an input that is the same for every instance.</summary>
    /// <returns>The type's default if the input depends on an instance.</returns>
    public T? Get<T>(Input<T>? input) =>
        input is { Slot: >= 0 } && node.Inputs[input.Slot].Expression is ConstantExpression constant
            ? (T?)constant.Evaluate(null!)
            : default;
}
