using TitleWorkflow.Engine.Execution;

namespace TitleWorkflow.Engine.Activities;

/// <summary>
/// A step that waits for a stimulus and, marked with <c>canStartWorkflow</c>, also starts new instances on it.
/// </summary>
/// <remarks>An execution that <see cref="ActivityExecutionContext.IsTriggerOfWorkflow"/> must go on at once.</remarks>
public abstract class Trigger : Activity, ITrigger
{
    /// <summary>A step that knows where in its author's source it was made.</summary>
    protected Trigger(string? source = null, int? line = null)
        : base(source, line)
    {
    }

    /// <summary>A step with a type name of its own, which wins over the class's attribute.</summary>
    protected Trigger(string activityType, int version, string? source = null, int? line = null)
        : base(activityType, version, source, line)
    {
    }

    /// <summary>The stimulus that starts a workflow here; null if this one cannot.</summary>
    protected virtual object? GetTriggerPayload(TriggerIndexingContext context) => null;

    /// <summary>The stimuli that start a workflow here; none if this one cannot.</summary>
    protected virtual IEnumerable<object> GetTriggerPayloads(TriggerIndexingContext context) =>
        GetTriggerPayload(context) is { } payload ? [payload] : [];

    /// <summary>The stimulus that starts a workflow here, where finding it has to be awaited.</summary>
    protected virtual ValueTask<object?> GetTriggerPayloadAsync(TriggerIndexingContext context) => default;

    /// <summary>The stimuli that start a workflow here, where finding them has to be awaited.</summary>
    protected virtual async ValueTask<IEnumerable<object>> GetTriggerPayloadsAsync(TriggerIndexingContext context) =>
        await GetTriggerPayloadAsync(context) is { } payload ? [payload] : GetTriggerPayloads(context);

    ValueTask<IEnumerable<object>> ITrigger.PayloadsAsync(TriggerIndexingContext context) =>
        GetTriggerPayloadsAsync(context);
}

/// <summary>A trigger with a result.</summary>
/// <typeparam name="T">The result's type.</typeparam>
public abstract class Trigger<T> : Activity<T>, ITrigger
{
    /// <summary>A step that knows where in its author's source it was made.</summary>
    protected Trigger(string? source = null, int? line = null)
        : base(source, line)
    {
    }

    /// <summary>A step with a type name of its own, which wins over the class's attribute.</summary>
    protected Trigger(string activityType, int version, string? source = null, int? line = null)
        : base(activityType, version, source, line)
    {
    }

    /// <summary>The stimulus that starts a workflow here; null if this one cannot.</summary>
    protected virtual object? GetTriggerPayload(TriggerIndexingContext context) => null;

    /// <summary>The stimuli that start a workflow here; none if this one cannot.</summary>
    protected virtual IEnumerable<object> GetTriggerPayloads(TriggerIndexingContext context) =>
        GetTriggerPayload(context) is { } payload ? [payload] : [];

    /// <summary>The stimulus that starts a workflow here, where finding it has to be awaited.</summary>
    protected virtual ValueTask<object?> GetTriggerPayloadAsync(TriggerIndexingContext context) => default;

    /// <summary>The stimuli that start a workflow here, where finding them has to be awaited.</summary>
    protected virtual async ValueTask<IEnumerable<object>> GetTriggerPayloadsAsync(TriggerIndexingContext context) =>
        await GetTriggerPayloadAsync(context) is { } payload ? [payload] : GetTriggerPayloads(context);

    ValueTask<IEnumerable<object>> ITrigger.PayloadsAsync(TriggerIndexingContext context) =>
        GetTriggerPayloadsAsync(context);
}

/// <summary>What the two trigger classes, with and without a result, have in common.</summary>
internal interface ITrigger
{
    ValueTask<IEnumerable<object>> PayloadsAsync(TriggerIndexingContext context);
}
