using System.Text.Json.Nodes;
using TitleWorkflow.Engine.Execution;

namespace TitleWorkflow.Engine.Activities;

/// <summary>
/// A step that a document can name. It does <b>not</b> complete by itself: complete it, or make a bookmark.
/// </summary>
/// <remarks>
/// One object serves all executions of one node of one definition version, on many threads at once. What an execution
/// has to remember belongs into the context's properties, never into fields.
/// </remarks>
public abstract class Activity
{
    private List<SignalHandler>? handlers;

    /// <summary>The id in the document, unique within its workflow.</summary>
    public string Id { get; internal set; } = "";

    /// <summary>The path of ids from the root, joined with colons.</summary>
    public string NodeId { get; internal set; } = "";

    /// <summary>The name scripts use; null if the document gives none.</summary>
    public string? Name { get; internal set; }

    /// <summary>The type name in documents.</summary>
    public string Type { get; internal set; } = "";

    /// <summary>The version of the type.</summary>
    public int Version { get; internal set; } = 1;

    /// <summary>Whether the workflow may begin here.</summary>
    public bool CanStartWorkflow { get; internal set; }

    /// <summary>Kept for documents; this engine runs every step inside its burst.</summary>
    public bool RunAsynchronously { get; internal set; }

    /// <summary>The document's custom properties; do not change them.</summary>
    public JsonObject CustomProperties { get; internal set; } = [];

    /// <summary>The designer's data: display text, position; do not change them.</summary>
    public JsonObject Metadata { get; internal set; } = [];

    internal CompiledNode Node { get; set; } = null!;

    internal virtual bool CompletesItself => false;

    /// <summary>
    /// The method that hears of ended children where one is scheduled from outside; null if none does.
    /// </summary>
    internal virtual string? ChildCallback => null;

    internal bool HandlesSignals => handlers is not null || OverridesSignals;

    private bool OverridesSignals { get; set; } = true;

    /// <summary>Does the step's work. Runs again from the start when an incident of it is retried.</summary>
    protected virtual ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        Execute(context);

        return ValueTask.CompletedTask;
    }

    /// <summary>Does the step's work where nothing has to be awaited.</summary>
    protected virtual void Execute(ActivityExecutionContext context)
    {
    }

    /// <summary>Whether the step may begin; if not it stays pending and the instance waits.</summary>
    protected virtual ValueTask<bool> CanExecuteAsync(ActivityExecutionContext context) => new(CanExecute(context));

    /// <summary>Whether the step may begin, where nothing has to be awaited.</summary>
    protected virtual bool CanExecute(ActivityExecutionContext context) => true;

    /// <summary>Hears a signal that the activity itself or something inside it has sent.</summary>
    protected virtual ValueTask OnSignalReceivedAsync(object signal, SignalContext context) => ValueTask.CompletedTask;

    /// <summary>From the constructor: hears signals of one type.</summary>
    protected void OnSignalReceived<TSignal>(Func<TSignal, SignalContext, ValueTask> handler) =>
        (handlers ??= []).Add((signal, context) => signal is TSignal mine ? handler(mine, context) : default);

    /// <summary>From the constructor: hears signals of one type.</summary>
    protected void OnSignalReceived<TSignal>(Action<TSignal, SignalContext> handler) =>
        OnSignalReceived<TSignal>((signal, context) =>
        {
            handler(signal, context);

            return ValueTask.CompletedTask;
        });

    internal ValueTask InvokeExecuteAsync(ActivityExecutionContext context) => ExecuteAsync(context);

    internal ValueTask<bool> InvokeCanExecuteAsync(ActivityExecutionContext context) => CanExecuteAsync(context);

    internal async ValueTask ReceiveAsync(object signal, SignalContext context)
    {
        foreach (var handler in handlers ?? [])
        {
            await handler(signal, context);
        }

        await OnSignalReceivedAsync(signal, context);
    }

    /// <summary>Called once, when the node is compiled.</summary>
    internal void Attach(CompiledNode node)
    {
        Node = node;
        OverridesSignals = ((Func<object, SignalContext, ValueTask>)OnSignalReceivedAsync).Method.DeclaringType
            != typeof(Activity);
    }

    private delegate ValueTask SignalHandler(object signal, SignalContext context);
}

/// <summary>An activity with a result.</summary>
/// <typeparam name="T">The result's type.</typeparam>
public abstract class Activity<T> : Activity
{
    /// <summary>What the activity produces.</summary>
    [Output]
    public Output<T>? Result { get; set; }
}
