using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.Expressions;
using TitleWorkflow.Engine.State;

namespace TitleWorkflow.Engine.Execution;

public sealed partial class ActivityExecutionContext
{
    /// <summary>Waits for a stimulus.</summary>
    /// <param name="stimulus">What will come; its hash is the key it is found by.</param>
    /// <param name="callback">A named instance method of the activity; it must complete the activity or make it wait
    /// again.</param>
    /// <param name="includeActivityInstanceId">Whether only who knows this execution's id can resume it.</param>
    public Bookmark CreateBookmark(
        object stimulus, ExecuteActivityDelegate callback, bool includeActivityInstanceId = false) =>
        CreateBookmark(new CreateBookmarkArgs
        {
            Stimulus = stimulus,
            Callback = callback,
            IncludeActivityInstanceId = includeActivityInstanceId,
        });

    /// <summary>Waits for somebody who knows the bookmark's id.</summary>
    /// <param name="callback">A named instance method of the activity; null completes the activity on a resume.</param>
    public Bookmark CreateBookmark(ExecuteActivityDelegate? callback = null) =>
        CreateBookmark(new CreateBookmarkArgs { Callback = callback });

    /// <summary>Waits as the arguments say.</summary>
    /// <exception cref="ArgumentException">The callback is no named instance method of the activity.</exception>
    public Bookmark CreateBookmark(CreateBookmarkArgs args)
    {
        var name = args.BookmarkName
            ?? (args.Stimulus is null ? null : StimulusHash.NameOf(args.Stimulus))
            ?? Activity.Type;

        var bookmark = new Bookmark
        {
            Id = args.BookmarkId ?? NewId(),
            Name = name,
            Hash = StimulusHash.Compute(name, args.Stimulus, args.IncludeActivityInstanceId ? Id : null),
            Payload = StimulusHash.Payload(args.Stimulus),
            ActivityId = Activity.Id,
            ActivityNodeId = NodeId,
            ActivityInstanceId = Id,
            CreatedAt = Now,
            DueAt = args.DueAt?.ToUniversalTime(),
            AutoBurn = args.AutoBurn,
            AutoComplete = args.AutoComplete,
            CallbackMethodName = args.Callback is { } callback ? StoredName(callback) : null,
            Metadata = args.Metadata,
        };

        WorkflowExecutionContext.Add(bookmark);
        BookmarksMade++;

        return bookmark;
    }

    /// <summary>Queues an activity inside this one.</summary>
    /// <param name="activity">An activity embedded in this one; null queues nothing.</param>
    /// <param name="completionCallback">A named instance method of this activity, called when the other has
    /// ended.</param>
    /// <param name="tag">Handed to the other's execution, where the callback can read it; serialisable.</param>
    /// <param name="variables">Variables only the other's execution and what is inside it can see, by name.</param>
    /// <exception cref="ArgumentException">The callback is no named instance method of this activity.</exception>
    public ValueTask ScheduleActivityAsync(
        Activity? activity,
        ActivityCompletionCallback? completionCallback = null,
        object? tag = null,
        IReadOnlyDictionary<string, object?>? variables = null)
    {
        if (activity is not null)
        {
            Schedule(activity.Node, completionCallback, tag, variables);
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>Ends this execution with the implicit outcome <c>Done</c>; ignored unless it runs.</summary>
    public ValueTask CompleteActivityAsync() => Ending.CompleteAsync(this, Outcomes.Default);

    /// <summary>Ends this execution with outcomes; ignored unless it runs.</summary>
    public ValueTask CompleteActivityAsync(Outcomes outcomes) => Ending.CompleteAsync(this, outcomes);

    /// <summary>Ends this execution with the named outcomes; ignored unless it runs.</summary>
    public ValueTask CompleteActivityWithOutcomesAsync(params string[] outcomes) =>
        Ending.CompleteAsync(this, new Outcomes(outcomes));

    /// <summary>Ends the workflow, or the workflow used as an activity, that this execution is part of.</summary>
    public ValueTask CompleteCompositeAsync(Outcomes? outcomes = null) =>
        Ending.CompleteOutwardsAsync(this, Composite(), outcomes ?? Outcomes.Default);

    /// <summary>Cancels this execution and everything inside it, outermost first; ignored if it is over.</summary>
    /// <param name="reason">Why, for people.</param>
    public ValueTask CancelActivityAsync(string? reason = null) => Ending.CancelAsync(this, reason);

    /// <summary>Tells this activity and then each one around it, until one stops it.</summary>
    public ValueTask SendSignalAsync(object signal) => Ending.SignalAsync(this, signal);

    /// <summary>
    /// Whether this activity, as the trigger, started the instance in this very burst: it must not wait.
    /// </summary>
    public bool IsTriggerOfWorkflow() =>
        WorkflowExecutionContext.TriggerActivityId is { } trigger && trigger == Activity.Id;

    /// <summary>Adds a line of the activity's own to the journal.</summary>
    public void AddExecutionLogEntry(string eventName, string? message = null, object? payload = null) =>
        WorkflowExecutionContext.Log(
            this, eventName, message: message, payload: StateJson.ToNode(payload)?.ToJsonString(StateJson.Options));

    /// <summary>Does something after the commit: messages to the outside. Dropped if the commit fails.</summary>
    public void DeferTask(Func<ValueTask> task) => WorkflowExecutionContext.Deferred.Add(task);

    internal static string NewId() => Guid.CreateVersion7().ToString("N");

    internal void Schedule(
        CompiledNode node,
        ActivityCompletionCallback? callback = null,
        object? tag = null,
        IReadOnlyDictionary<string, object?>? variables = null,
        bool backward = false,
        Dictionary<string, object?>? input = null) =>
        WorkflowExecutionContext.Queue.Enqueue(new WorkItem
        {
            Node = node,
            Owner = this,
            Callback = callback is null ? null : StoredName(callback),
            Tag = StateJson.ToNode(tag),
            Backward = backward,
            Input = input,
            Variables = variables?.Select(pair => new ScopedVariable { Name = pair.Key, Value = pair.Value }).ToList(),
        });

    /// <summary>Queues a child as the container itself last did, so that its end is told to the same method.</summary>
    internal void ScheduleAgain(CompiledNode node) =>
        WorkflowExecutionContext.Queue.Enqueue(
            new WorkItem { Node = node, Owner = this, Callback = Activity.ChildCallback });

    internal VariableInScope? FindVariable(Variable variable) =>
        Search(scope => scope.FindById(variable.Id)) ?? Search(scope => scope.FindByName(variable.Name));

    internal VariableInScope? FindVariableById(string id) => Search(scope => scope.FindById(id));

    internal VariableInScope? FindVariable(string name) => Search(scope => scope.FindByName(name));

    internal object? FindInput(string name)
    {
        var composite = Composite();

        return composite.Node.Embedded is null
            ? WorkflowExecutionContext.FindInput(name)
            : ValueConverter.Convert<object>(composite.State.Input?.GetValueOrDefault(name));
    }

    internal IEnumerable<string> VariableNames()
    {
        for (var context = this; context is not null; context = context.Owner)
        {
            foreach (var name in context.Variables.Names())
            {
                yield return name;
            }
        }
    }

    internal IEnumerable<string> InputNames()
    {
        var composite = Composite();

        return composite.Node.Embedded is { } embedded
            ? embedded.Inputs.Select(input => input.Name)
            : WorkflowExecutionContext.Workflow.Inputs.Select(input => input.Name).Concat(WorkflowInput.Keys);
    }

    /// <summary>The workflow, or the workflow used as an activity, that this execution is part of.</summary>
    internal ActivityExecutionContext Composite()
    {
        var context = Owner ?? this;

        while (context.Node.Embedded is null && context.Owner is not null)
        {
            context = context.Owner;
        }

        return context;
    }

    internal void WriteTo(string reference, object? value)
    {
        if (Search(scope => scope.FindById(reference)) is { } variable)
        {
            variable.Value = value;
        }
        else
        {
            WorkflowExecutionContext.SetOutput(Composite(), reference, value);
        }
    }

    private VariableInScope? Search(Func<VariableScope, VariableInScope?> find)
    {
        for (var context = this; context is not null; context = context.Owner)
        {
            if (find(context.Variables) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private string StoredName(Delegate callback) =>
        ReferenceEquals(callback.Target, Activity) && !callback.Method.Name.Contains('<', StringComparison.Ordinal)
            ? callback.Method.Name
            : throw new ArgumentException(
                $"The callback '{callback.Method.Name}' must be a named instance method of {Activity.GetType().Name}: it is stored by name.",
                nameof(callback));
}
