namespace TitleWorkflow.Engine.State;

/// <summary>One line of an instance's history. The journal is append-only and doubles as the audit trail.</summary>
/// <param name="Sequence">Counts from 1 within the instance, without gaps.</param>
/// <param name="At">When it happened, in UTC.</param>
/// <param name="EventName">One of the names in <see cref="JournalEvents"/>, or an activity's own.</param>
/// <param name="ActivityId">The activity's id in its document; <c>Workflow1</c> for the workflow itself.</param>
/// <param name="ActivityInstanceId">The execution of that activity.</param>
/// <param name="NodeId">The path of ids from the root.</param>
/// <param name="ActivityType">The activity's type name, e.g. <c>Elsa.Flowchart</c>.</param>
/// <param name="Outcomes">The outcomes of a completion; empty for every other event.</param>
/// <param name="Message">A sentence for people; null if the event name says it all.</param>
/// <param name="PayloadJson">A JSON object that depends on the event; null if there is nothing to say.</param>
/// <param name="By">Who started or resumed the burst in which it happened.</param>
public sealed record JournalEntry(
    long Sequence,
    DateTimeOffset At,
    string EventName,
    string ActivityId,
    string ActivityInstanceId,
    string NodeId,
    string ActivityType,
    IReadOnlyList<string> Outcomes,
    string? Message,
    string? PayloadJson,
    string By);

/// <summary>The event names the engine itself writes into the journal.</summary>
public static class JournalEvents
{
    /// <summary>An activity begins; the payload holds its evaluated inputs and its owner.</summary>
    public const string Started = "Started";

    /// <summary>A waiting activity goes on.</summary>
    public const string Resumed = "Resumed";

    /// <summary>An activity waits on a bookmark.</summary>
    public const string Suspended = "Suspended";

    /// <summary>An activity ended by itself; the payload holds its outcomes and outputs.</summary>
    public const string Completed = "Completed";

    /// <summary>An activity ended by an exception, which the payload describes.</summary>
    public const string Faulted = "Faulted";

    /// <summary>An activity was ended by another's decision.</summary>
    public const string Canceled = "Canceled";

    /// <summary>An activity is held back because its precondition does not hold.</summary>
    public const string PreconditionFailed = "Precondition Failed";

    /// <summary>The whole instance was cancelled; the message is the reason.</summary>
    public const string WorkflowCancelled = "Workflow cancelled";

    /// <summary>A faulted activity is executed again; the message is the reason, if one was given.</summary>
    public const string Retried = "Retried";

    /// <summary>An open activity is passed over; the message is the reason.</summary>
    public const string Skipped = "Skipped";

    /// <summary>The instance waits for nothing that could come; the message says why.</summary>
    public const string Stuck = "Stuck";

    /// <summary>An alteration was applied: the payload is the alteration, the message its reason.</summary>
    public const string Altered = "Altered";
}
