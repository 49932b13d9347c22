using System.Text.Json.Nodes;
using TitleWorkflow.Engine.Execution;

namespace TitleWorkflow.Engine.Activities;

/// <summary>
/// A step that a document can name. It does <b>not</b> complete by itself: complete it, or make a bookmark.
/// </summary>
/// <remarks>
/// <para>One object serves all executions of one node of one definition version, on many threads at once. What an execution
/// has to remember belongs into the context's properties, never into fields.</para>
/// <para>The settable members are for the constructor of a <see cref="Composite"/>; once the definition is compiled they must
/// not be changed.</para>
/// </remarks>
public abstract class Activity : IActivity
{
    private List<SignalHandler>? handlers;

    /// <summary>A step that knows where in its author's source it was made; both are for debuggers only.</summary>
    protected Activity(string? source = null, int? line = null)
    {
        Source = source;
        Line = line;
    }

    /// <summary>A step with a type name of its own, which wins over the class's attribute.</summary>
    protected Activity(string activityType, int version, string? source = null, int? line = null)
        : this(source, line)
    {
        Type = activityType;
        Version = version;
    }

    /// <inheritdoc/>
    public string Id { get; set; } = "";

    /// <inheritdoc/>
    public string NodeId { get; internal set; } = "";

    /// <inheritdoc/>
    public string? Name { get; set; }

    /// <inheritdoc/>
    public string Type { get; set; } = "";

    /// <inheritdoc/>
    public int Version { get; set; } = 1;

    /// <inheritdoc/>
    public bool CanStartWorkflow { get; set; }

    /// <inheritdoc/>
    public bool RunAsynchronously { get; set; }

    /// <inheritdoc/>
    public JsonObject CustomProperties { get; set; } = [];

    /// <inheritdoc/>
    public JsonObject Metadata { get; set; } = [];

    /// <summary>The source file that made it, if it said so.</summary>
    internal string? Source { get; }

    /// <summary>The line in that file, from 1.</summary>
    internal int? Line { get; }

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
    /// <summary>A step that knows where in its author's source it was made.</summary>
    protected Activity(string? source = null, int? line = null)
        : base(source, line)
    {
    }

    /// <summary>A step with a type name of its own, which wins over the class's attribute.</summary>
    protected Activity(string activityType, int version, string? source = null, int? line = null)
        : base(activityType, version, source, line)
    {
    }

    /// <summary>What the activity produces.</summary>
    [Output]
    public Output<T>? Result { get; set; }
}
