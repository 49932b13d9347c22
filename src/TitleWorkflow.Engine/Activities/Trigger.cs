using TitleWorkflow.Engine.Execution;

namespace TitleWorkflow.Engine.Activities;

/// <summary>
/// A step that waits for a stimulus and, marked with <c>canStartWorkflow</c>, also starts new instances on it.
/// </summary>
/// <remarks>An execution that <see cref="ActivityExecutionContext.IsTriggerOfWorkflow"/> must go on at once.</remarks>
public abstract class Trigger : Activity, ITrigger
{
    /// <summary>The stimulus that starts a workflow here; null if this one cannot.</summary>
    protected virtual object? GetTriggerPayload(TriggerIndexingContext context) => null;

    /// <summary>The stimuli that start a workflow here.</summary>
    protected virtual IEnumerable<object> GetTriggerPayloads(TriggerIndexingContext context) =>
        GetTriggerPayload(context) is { } payload ? [payload] : [];

    IEnumerable<object> ITrigger.Payloads(TriggerIndexingContext context) => GetTriggerPayloads(context);
}

/// <summary>A trigger with a result.</summary>
/// <typeparam name="T">The result's type.</typeparam>
public abstract class Trigger<T> : Activity<T>, ITrigger
{
    /// <summary>The stimulus that starts a workflow here; null if this one cannot.</summary>
    protected virtual object? GetTriggerPayload(TriggerIndexingContext context) => null;

    /// <summary>The stimuli that start a workflow here.</summary>
    protected virtual IEnumerable<object> GetTriggerPayloads(TriggerIndexingContext context) =>
        GetTriggerPayload(context) is { } payload ? [payload] : [];

    IEnumerable<object> ITrigger.Payloads(TriggerIndexingContext context) => GetTriggerPayloads(context);
}

/// <summary>What the two trigger classes, with and without a result, have in common.</summary>
internal interface ITrigger
{
    IEnumerable<object> Payloads(TriggerIndexingContext context);
}
