using TitleWorkflow.Engine.State;

namespace TitleWorkflow.Engine.Trials;

/// <summary>Something that happens during a trial, told at once.</summary>
public abstract record TrialEvent;

/// <summary>A flow wrote a line.</summary>
/// <param name="Text">The line, which may hold line breaks of its own.</param>
public sealed record TrialLine(string Text) : TrialEvent;

/// <summary>A line of a journal.</summary>
/// <param name="InstanceId">Whose journal.</param>
/// <param name="DefinitionId">The flow that instance runs.</param>
/// <param name="IsChild">Whether it belongs to another flow than the one that is tried.</param>
/// <param name="Entry">The line.</param>
public sealed record TrialEntry(string InstanceId, string DefinitionId, bool IsChild, JournalEntry Entry) : TrialEvent;

/// <summary>What a trial came to.</summary>
/// <param name="Refusals">Why it did not start; empty if it did.</param>
/// <param name="Instance">The instance at the end; null if it did not start.</param>
/// <param name="Waiting">What still waits: in this instance, or in those it started.</param>
/// <param name="Children">The instances it started, at the end.</param>
/// <param name="UnusedAnswers">Answers nobody asked for.</param>
/// <param name="IsCutShort">Whether it was given up because it would have gone on for ever.</param>
public sealed record TrialResult(
    IReadOnlyList<string> Refusals,
    WorkflowInstance? Instance,
    IReadOnlyList<WaitingBookmark> Waiting,
    IReadOnlyList<WorkflowInstance> Children,
    IReadOnlyList<TrialAnswer> UnusedAnswers,
    bool IsCutShort);
