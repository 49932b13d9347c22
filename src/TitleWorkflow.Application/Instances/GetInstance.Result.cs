using TitleWorkflow.Application.Workflows;
using TitleWorkflow.Engine.State;

namespace TitleWorkflow.Application.Instances;

public static partial class GetInstance
{
    /// <param name="Summary">What the list shows of it.</param>
    /// <param name="CorrelationId">What it is about; null if that is nothing in particular.</param>
    /// <param name="Parent">The instance that dispatched it; null if none did.</param>
    /// <param name="FinishedAt">When it ended; null while it runs.</param>
    /// <param name="Picture">Its flow, with the way it took.</param>
    /// <param name="Waits">What it waits for.</param>
    /// <param name="Incidents">What went wrong, open first, then the latest.</param>
    /// <param name="Steps">The steps that have begun and not ended, with what may be done about them.</param>
    /// <param name="Variables">Its inputs and variables, what is personal masked.</param>
    /// <param name="Targets">Versions it can be migrated to, the latest first.</param>
    /// <param name="Back">Number of the version it came from, while its migration can be taken back; else null.</param>
    /// <param name="Interventions">Requests to intervene, the latest first.</param>
    /// <param name="Journal">The latest lines of its journal, the last one first.</param>
    /// <param name="Earlier">To ask for earlier lines with; null if these are all.</param>
    public sealed record Result(
        ListInstances.Row Summary,
        string? CorrelationId,
        string? Parent,
        DateTimeOffset? FinishedAt,
        GetFlowPicture.Result Picture,
        IReadOnlyList<Wait> Waits,
        IReadOnlyList<Trouble> Incidents,
        IReadOnlyList<OpenStep> Steps,
        IReadOnlyList<Variable> Variables,
        IReadOnlyList<Target> Targets,
        int? Back,
        IReadOnlyList<ListInterventions.Row> Interventions,
        IReadOnlyList<ListJournal.Line> Journal,
        long? Earlier);

    /// <summary>What sort of thing a flow waits for.</summary>
    public enum WaitKind
    {
        /// <summary>People to do a task.</summary>
        Task,

        /// <summary>The clock.</summary>
        Time,

        /// <summary>The committee's ballot.</summary>
        Ballot,

        /// <summary>The supervisor's decision on a lapse.</summary>
        Reopening,

        /// <summary>The next act in the expert pool.</summary>
        Membership,

        /// <summary>A named event.</summary>
        Event,

        /// <summary>Another flow that it dispatched.</summary>
        Child,

        /// <summary>A stimulus of another name.</summary>
        Other,
    }

    /// <summary>Why a wait can never end by itself.</summary>
    public enum VainCause
    {
        /// <summary>The task is closed, but the flow was never told.</summary>
        TaskClosed,

        /// <summary>There is no such task.</summary>
        TaskGone,

        /// <summary>The other flow is over, or there is none.</summary>
        ChildOver,

        /// <summary>The instance has ended; the wait is frozen with it until its incident is settled.</summary>
        Frozen,
    }

    /// <param name="Step">The waiting step.</param>
    /// <param name="Kind">What sort of thing it waits for.</param>
    /// <param name="Since">Since when.</param>
    /// <param name="DueAt">When the clock ends it; null if it does not.</param>
    /// <param name="IsOverdue">True when that moment has passed.</param>
    /// <param name="Name">Name of the event or stimulus; the child's id for a child; null otherwise.</param>
    /// <param name="Role">Who is to do the task; null otherwise.</param>
    /// <param name="Office">Where; null for a personal task and otherwise.</param>
    /// <param name="EnglishOffice">Its English name; null if it has none.</param>
    /// <param name="DueOn">Last day of the task; null if it has none.</param>
    /// <param name="Vain">Why it can never end; null if it can.</param>
    public sealed record Wait(
        StepName Step,
        WaitKind Kind,
        DateTimeOffset Since,
        DateTimeOffset? DueAt,
        bool IsOverdue,
        string? Name,
        string? Role,
        string? Office,
        string? EnglishOffice,
        DateOnly? DueOn,
        VainCause? Vain);

    /// <param name="Id">The incident.</param>
    /// <param name="Kind">What sort of trouble it is.</param>
    /// <param name="Step">The step concerned; the flow itself if none is.</param>
    /// <param name="Message">What went wrong; what is personal masked.</param>
    /// <param name="Exception">Type of the exception; null if there was none.</param>
    /// <param name="At">When.</param>
    /// <param name="IsOpen">Whether somebody still has to look at it.</param>
    /// <param name="ClosedAt">When it was settled; null while open.</param>
    /// <param name="ClosedBy">Who settled it; null while open, if the product did, and to readers who see no persons.</param>
    /// <param name="Resolution">How it was settled; null while open and to readers who see no persons.</param>
    /// <param name="Vain">Which steps wait for what can never come; empty for other trouble.</param>
    /// <param name="MayRetry">Whether its step can be executed again.</param>
    /// <param name="Execution">The execution to skip, as in <see cref="Result.Steps"/>; null if there is none.</param>
    public sealed record Trouble(
        string Id,
        IncidentKind Kind,
        StepName Step,
        string Message,
        string? Exception,
        DateTimeOffset At,
        bool IsOpen,
        DateTimeOffset? ClosedAt,
        string? ClosedBy,
        string? Resolution,
        IReadOnlyList<VainStep> Vain,
        bool MayRetry,
        string? Execution);

    /// <param name="Step">The step that waits in vain.</param>
    /// <param name="Cause">How it came to wait.</param>
    /// <param name="Missing">The steps whose branches never come; empty where they cannot be told.</param>
    public sealed record VainStep(StepName Step, VainWaitCause Cause, IReadOnlyList<StepName> Missing);

    /// <param name="Execution">This execution of the step.</param>
    /// <param name="Step">The step.</param>
    /// <param name="Status">Pending, running or faulted.</param>
    /// <param name="Since">When it began.</param>
    /// <param name="Outcomes">Outcomes to choose from when it is skipped; empty if there is no choice.</param>
    /// <param name="Skippable">The outcomes of those that may be chosen; one empty word stands for "no choice".</param>
    /// <param name="Against">Code of the rule that forbids to skip it at all; null if none does.</param>
    public sealed record OpenStep(
        string Execution,
        StepName Step,
        ActivityStatus Status,
        DateTimeOffset Since,
        IReadOnlyList<string> Outcomes,
        IReadOnlyList<string> Skippable,
        string? Against);

    /// <param name="Id">The variable's id; empty for an input, which cannot be changed.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Type">Its type as the flow declares it; empty if nobody declares it.</param>
    /// <param name="Value">Its value.</param>
    /// <param name="MayChange">Whether the reader may change it.</param>
    public sealed record Variable(string Id, string Name, string Type, ShownValue Value, bool MayChange);

    /// <param name="VersionId">The version.</param>
    /// <param name="Number">Its number.</param>
    /// <param name="IsInForce">Whether new cases take it.</param>
    public sealed record Target(string VersionId, int Number, bool IsInForce);
}
