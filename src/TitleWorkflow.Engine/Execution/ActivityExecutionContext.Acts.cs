using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.State;

namespace TitleWorkflow.Engine.Execution;

public sealed partial class ActivityExecutionContext
{
    /// <summary>Waits for a stimulus.</summary>
    /// <param name="stimulus">What will come; its hash is the key it is found by.</param>
    /// <param name="callback">A named instance method of the activity; it must complete the activity or make it wait
    /// again. Null completes the activity on a resume.</param>
    /// <param name="includeActivityInstanceId">Whether only who knows this execution's id, or the bookmark's, can resume
    /// it; false for what outsiders name by the stimulus alone.</param>
    /// <param name="metadata">Whatever shall be stored beside it.</param>
    public Bookmark CreateBookmark(
        object stimulus,
        ExecuteActivityDelegate? callback,
        bool includeActivityInstanceId = true,
        IReadOnlyDictionary<string, string>? metadata = null) =>
        CreateBookmark(new CreateBookmarkArgs
        {
            Stimulus = stimulus,
            Callback = callback,
            IncludeActivityInstanceId = includeActivityInstanceId,
            Metadata = metadata,
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
            Id = args.BookmarkId ?? PastBookmarks.NewId(WorkflowExecutionContext.Id),
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
    /// <param name="activity">An activity embedded in this one; null counts as one that has ended already.</param>
    /// <param name="completionCallback">A named instance method of this activity, called when the other has ended; if null,
    /// nobody hears of it.</param>
    /// <param name="tag">Handed to the other's execution, where the callback can read it; serialisable.</param>
    /// <param name="variables">Variables only the other's execution and what is inside it can see.</param>
    /// <exception cref="ArgumentException">The callback is no named instance method of this activity.</exception>
    /// <exception cref="InvalidOperationException">The activity is not part of the workflow.</exception>
    public async ValueTask ScheduleActivityAsync(
        IActivity? activity,
        ActivityCompletionCallback? completionCallback = null,
        object? tag = null,
        IEnumerable<Variable>? variables = null)
    {
        if (activity is Activity { Node: { } node })
        {
            Schedule(node, completionCallback, tag, variables);
        }
        else if (activity is not null)
        {
            throw new InvalidOperationException($"The activity '{activity.Id}' is not part of the workflow.");
        }
        else if (completionCallback is not null)
        {
            await completionCallback(new ActivityCompletedContext(this, this));
        }
        else
        {
            await CompleteActivityAsync();
        }
    }

    /// <summary>Ends this execution; ignored unless it runs.</summary>
    /// <param name="result">How: <see cref="Outcomes"/>; anything else counts as the implicit outcome <c>Done</c>, and
    /// callbacks get to see it.</param>
    public ValueTask CompleteActivityAsync(object? result = null) => Ending.CompleteAsync(this, result);

    /// <summary>Ends this execution with the named outcomes; ignored unless it runs.</summary>
    public ValueTask CompleteActivityWithOutcomesAsync(params string[] outcomes) =>
        Ending.CompleteAsync(this, new Outcomes(outcomes));

    /// <summary>
    /// Ends the composite, the workflow used as an activity, or the workflow that this execution is part of.
    /// </summary>
    /// <param name="result">As for <see cref="CompleteActivityAsync"/>.</param>
    public ValueTask CompleteCompositeAsync(object? result = null) =>
        Ending.CompleteOutwardsAsync(this, Composite(), result);

    /// <summary>Cancels this execution and everything inside it, outermost first; ignored if it is over.</summary>
    /// <param name="reason">Why, for people.</param>
    public ValueTask CancelActivityAsync(string? reason = null) => Ending.CancelAsync(this, reason);

    /// <summary>Tells this activity and then each one around it, until one stops it.</summary>
    public ValueTask SendSignalAsync(object signal) => Ending.SignalAsync(this, signal);

    /// <summary>
    /// Whether this activity, as the trigger, started the instance in this very burst: it must not wait.
    /// </summary>
    public bool IsTriggerOfWorkflow() =>
        WorkflowExecutionContext.TriggerActivityId is { } trigger
        && ReferenceEquals(WorkflowExecutionContext.Compiled.FindOwn(trigger), Node);

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
        IEnumerable<Variable>? variables = null,
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
            Variables = variables?.Select(made => new ScopedVariable { Name = made.Name, Value = made.Value }).ToList(),
        });

    /// <summary>Queues a child as the container itself last did, so that its end is told to the same method.</summary>
    internal void ScheduleAgain(CompiledNode node) =>
        WorkflowExecutionContext.Queue.Enqueue(
            new WorkItem { Node = node, Owner = this, Callback = Activity.ChildCallback });

    private string StoredName(Delegate callback) =>
        ReferenceEquals(callback.Target, Activity) && !callback.Method.Name.Contains('<', StringComparison.Ordinal)
            ? callback.Method.Name
            : throw new ArgumentException(
                $"The callback '{callback.Method.Name}' must be a named instance method of {Activity.GetType().Name}: it is stored by name.",
                nameof(callback));
}
