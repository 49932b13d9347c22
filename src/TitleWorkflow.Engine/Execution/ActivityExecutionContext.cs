using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.Expressions;
using TitleWorkflow.Engine.State;

namespace TitleWorkflow.Engine.Execution;

/// <summary>One execution of one activity: what it can read, remember, wait for and bring about.</summary>
/// <remarks>Valid during the call it was handed to; a resume gets a new object for the same <see cref="Id"/>.</remarks>
public sealed partial class ActivityExecutionContext
{
    private object?[]? values;

    internal ActivityExecutionContext(
        WorkflowExecutionContext workflow, CompiledNode node, ActivityInstance state, ActivityExecutionContext? owner)
    {
        WorkflowExecutionContext = workflow;
        Node = node;
        State = state;
        Owner = owner;
        Variables = new VariableScope(node, state);
    }

    /// <summary>This execution's id; a loop executes the same activity under many ids, a resume keeps the id.</summary>
    public string Id => State.Id;

    /// <summary>The activity that executes.</summary>
    public Activity Activity => Node.Activity;

    /// <summary>The path of ids from the root.</summary>
    public string NodeId => Node.NodeId;

    /// <summary>What the drawing calls the activity: its display text, else its name, else its id.</summary>
    public string NodeDisplayName => Node.DisplayName;

    /// <summary>Where this execution stands.</summary>
    public ActivityStatus Status => State.Status;

    /// <summary>Who started or resumed the burst.</summary>
    public string By => WorkflowExecutionContext.By;

    /// <summary>The moment, in UTC, by the host's clock.</summary>
    public DateTimeOffset Now => WorkflowExecutionContext.Now;

    /// <summary>Ends when the caller of the burst gives up.</summary>
    public CancellationToken CancellationToken => WorkflowExecutionContext.CancellationToken;

    /// <summary>The burst.</summary>
    public WorkflowExecutionContext WorkflowExecutionContext { get; }

    /// <summary>The execution of the container around the activity; null for the workflow itself.</summary>
    public ActivityExecutionContext? ParentActivityExecutionContext => Owner;

    /// <summary>What the instance was started with, overlaid by what came with this resume.</summary>
    public IReadOnlyDictionary<string, JsonNode?> WorkflowInput => WorkflowExecutionContext.Input;

    /// <summary>What the container handed over when it scheduled the activity.</summary>
    public IReadOnlyDictionary<string, object?> ActivityInput => State.Input ?? [];

    /// <summary>What this execution remembers across waits; values must be serialisable.</summary>
    public IDictionary<string, object?> Properties => State.Properties;

    /// <summary>What goes into the journal beside the outcomes when the activity completes.</summary>
    public IDictionary<string, object?> JournalData => Journalled ??= [];

    internal CompiledNode Node { get; }

    internal ActivityInstance State { get; }

    internal ActivityExecutionContext? Owner { get; }

    internal VariableScope Variables { get; }

    internal List<ActivityExecutionContext> Children { get; } = [];

    internal Dictionary<string, object?>? Journalled { get; private set; }

    internal Dictionary<string, JsonNode?>? Produced { get; private set; }

    /// <summary>The bookmark that is being resumed; null on a first execution.</summary>
    public Bookmark? ResumedBookmark { get; internal set; }

    internal int BookmarksMade { get; set; }

    /// <summary>Its children are being cancelled: their ends no longer concern it.</summary>
    internal bool IsEnding { get; set; }

    internal T ResumedStimulus<T>() => StimulusHash.Read<T>(ResumedBookmark?.Payload)!;

    /// <summary>
    /// Whether something inside is queued, or has begun and not ended; what has faulted counts as open.
    /// </summary>
    internal bool HasOpenWork => Children.Count > 0 || WorkflowExecutionContext.Queue.HasWorkOf(this);

    internal bool IsOver => State.Status is ActivityStatus.Completed or ActivityStatus.Canceled;

    /// <summary>The value of an input as evaluated before this execution or resume.</summary>
    /// <returns>The type's default if the activity has no such input at all.</returns>
    /// <exception cref="InvalidOperationException">The input belongs to neither this activity nor one around it.</exception>
    public T? Get<T>(Input<T>? input) => input is null ? default : (T?)Get((Input)input);

    internal object? Get(Input input) => OwnerOf(input).Read(input);

    /// <summary>The present value of an expression, in this execution's scope.</summary>
    /// <exception cref="ExpressionException">It cannot be evaluated.</exception>
    public T? Evaluate<T>(Expression expression) =>
        ValueConverter.Convert<T>((expression.Compiled ?? ExpressionCompiler.Compile(expression, typeof(T)))
            .Evaluate(new ExpressionExecutionContext(this)));

    /// <summary>
    /// Produces a value: scripts can read it, and the variable or workflow output it is bound to gets it.
    /// </summary>
    public void Set<T>(Output<T>? output, T? value) => Set((Output?)output, value);

    /// <summary>Produces a value of a type the compiler does not know.</summary>
    public void Set(Output? output, object? value)
    {
        if (output is null)
        {
            return;
        }

        var json = StateJson.ToNode(value);
        (Produced ??= [])[output.Name] = json;
        WorkflowExecutionContext.Remember(this, output.Name, json);

        if (output.MemoryReference is { } reference)
        {
            WriteTo(reference, value);
        }
    }

    /// <summary>What the activity remembers under a key; the type's default if nothing.</summary>
    public T? GetProperty<T>(string key)
    {
        switch (State.Properties.GetValueOrDefault(key))
        {
            case null:
                return default;

            case T typed:
                return typed;

            // Loaded state is bare JSON until its first use; kept converted, so that changes to the object are saved
            // too.
            case var loaded:
                var converted = ValueConverter.Convert<T>(loaded);
                State.Properties[key] = converted;

                return converted;
        }
    }

    /// <summary>Remembers a value across waits.</summary>
    public void SetProperty<T>(string key, T? value) => State.Properties[key] = value;

    /// <summary>Changes what is remembered.</summary>
    public T? UpdateProperty<T>(string key, Func<T?, T?> update)
    {
        var value = update(GetProperty<T>(key));
        SetProperty(key, value);

        return value;
    }

    /// <summary>
    /// The value of a variable by its name, nearest scope first; the type's default if no scope declares it.
    /// </summary>
    public T? GetVariable<T>(string name) => ValueConverter.Convert<T>(FindVariable(name)?.Value);

    /// <summary>
    /// Changes a variable by its name, nearest scope first; an unknown name makes a variable of the workflow.
    /// </summary>
    public void SetVariable(string name, object? value)
    {
        var variable = FindVariable(name) ?? WorkflowExecutionContext.Root.Variables.Make(name);
        variable.Value = value;
    }

    /// <summary>
    /// A value that came with the resume or, failing that, with the start; the type's default if neither.
    /// </summary>
    /// <exception cref="FormatException">The value cannot be read as that type.</exception>
    public T GetWorkflowInput<T>(string key) => ValueConverter.Convert<T>(WorkflowInput.GetValueOrDefault(key))!;

    /// <summary>Whether a value came with the resume or the start, and which.</summary>
    public bool TryGetWorkflowInput<T>(string key, [MaybeNullWhen(false)] out T value)
    {
        var found = WorkflowInput.TryGetValue(key, out var node) && node is not null;
        value = found ? ValueConverter.Convert<T>(node) : default;

        return found;
    }

    /// <summary>A service of the host.</summary>
    /// <exception cref="InvalidOperationException">The host has none.</exception>
    public T GetRequiredService<T>()
        where T : notnull =>
        GetService<T>() ?? throw new InvalidOperationException($"The host has no service {typeof(T).Name}.");

    /// <summary>A service of the host; null if it has none.</summary>
    public T? GetService<T>() => (T?)WorkflowExecutionContext.Host.Services.GetService(typeof(T));

    internal IEnumerable<ActivityExecutionContext> SelfAndDescendants() =>
        Children.SelectMany(child => child.SelfAndDescendants()).Prepend(this);

    internal object? Evaluated(int slot) => values![slot];

    private ActivityExecutionContext OwnerOf(Input input)
    {
        for (var context = this; context is not null; context = context.Owner)
        {
            if (ReferenceEquals(context.Node, input.Node))
            {
                return context;
            }
        }

        throw new InvalidOperationException("The input belongs to no property of the activity or of one around it.");
    }

    private object? ReadInput(string name)
    {
        for (var slot = 0; slot < Node.Inputs.Length; slot++)
        {
            if (Node.Inputs[slot].Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return values?[slot] ?? Node.Inputs[slot].Evaluate(new ExpressionExecutionContext(this));
            }
        }

        return null;
    }

    private object? Read(Input input) => values is not null && Node.Inputs[input.Slot].AutoEvaluate
        ? values[input.Slot]
        : Node.Inputs[input.Slot].Evaluate(new ExpressionExecutionContext(this));

    internal void EvaluateInputs()
    {
        if (Node.ConstantValues is { } constants)
        {
            values = constants;

            return;
        }

        var scope = new ExpressionExecutionContext(this);
        values = new object?[Node.Inputs.Length];

        for (var slot = 0; slot < values.Length; slot++)
        {
            if (Node.Inputs[slot].AutoEvaluate)
            {
                values[slot] = Node.Inputs[slot].Evaluate(scope);
            }
        }
    }
}
