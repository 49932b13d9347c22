using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Engine.State;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Workflows;

/// <summary>How one visit of a step ended.</summary>
public enum VisitEnd
{
    /// <summary>By itself.</summary>
    Done,

    /// <summary>An administrator passed over it.</summary>
    Skipped,

    /// <summary>It was called off.</summary>
    Cancelled,

    /// <summary>It failed, and has not been repaired.</summary>
    Faulted,
}

/// <summary>One time that a flow came to a step.</summary>
/// <param name="StartedAt">When it began.</param>
/// <param name="EndedAt">When it ended; null while it lasts.</param>
/// <param name="End">How it ended; null while it lasts.</param>
/// <param name="Outcomes">What came out; empty while it lasts, and where nothing did.</param>
public sealed record Visit(DateTimeOffset StartedAt, DateTimeOffset? EndedAt, VisitEnd? End, IReadOnlyList<string> Outcomes)
{
    /// <summary>Lines of a journal that tell of visits.</summary>
    internal static readonly string[] Telling =
    [
        JournalEvents.Started, JournalEvents.Completed, JournalEvents.Canceled, JournalEvents.Faulted, JournalEvents.Retried,
        JournalEvents.Skipped,
    ];

    /// <summary>What the lines of one execution, oldest first, tell.</summary>
    internal static Visit Of(IEnumerable<VisitLine> execution) => execution.Aggregate(
        (Visit?)null,
        (visit, line) => (visit ?? new Visit(line.At, null, null, [])).After(line))!;

    private Visit After(VisitLine line) => line.Event switch
    {
        JournalEvents.Skipped => this with { EndedAt = line.At, End = VisitEnd.Skipped },
        JournalEvents.Completed => this with
        {
            EndedAt = line.At,
            End = End == VisitEnd.Skipped ? VisitEnd.Skipped : VisitEnd.Done,
            Outcomes = line.Outcomes,
        },
        JournalEvents.Canceled => this with { EndedAt = line.At, End = VisitEnd.Cancelled },
        JournalEvents.Faulted => this with { EndedAt = line.At, End = VisitEnd.Faulted },
        _ => this with { EndedAt = null, End = null },
    };
}

/// <summary>A line of a journal, as far as it tells of a visit.</summary>
internal sealed record VisitLine(string Event, DateTimeOffset At, IReadOnlyList<string> Outcomes);

/// <summary>Where an instance has been and is.</summary>
/// <param name="Instance">Its state.</param>
/// <param name="Path">The way it has gone.</param>
internal sealed record InstanceTrace(WorkflowInstance Instance, PathTaken Path)
{
    public static async Task<InstanceTrace> ReadAsync(TitleDb db, string instanceId, WorkflowInstance instance, CancellationToken ct) =>
        new(instance, await PathTaken.ReadAsync(db, instanceId, ct));
}

/// <summary>The way an instance has gone so far, read off its journal.</summary>
internal sealed class PathTaken
{
    private readonly ILookup<string, Visit> visits;

    private PathTaken(ILookup<string, Visit> visits) => this.visits = visits;

    /// <summary>Nobody has gone anywhere.</summary>
    public static PathTaken None { get; } = new(Array.Empty<Visit>().ToLookup(_ => ""));

    public static async Task<PathTaken> ReadAsync(TitleDb db, string instanceId, CancellationToken ct)
    {
        var lines = await db.WorkflowJournal.AsNoTracking()
            .Where(j => j.InstanceId == instanceId && Visit.Telling.Contains(j.EventName))
            .OrderBy(j => j.Sequence)
            .Select(j => new { j.ActivityInstanceId, j.NodeId, Line = new VisitLine(j.EventName, j.At, j.Outcomes) })
            .ToListAsync(ct);
        return new PathTaken(lines.GroupBy(l => l.ActivityInstanceId)
            .ToLookup(e => e.Last().NodeId, e => Visit.Of(e.Select(l => l.Line))));
    }

    /// <summary>Every visit of the step at a path of ids, oldest first.</summary>
    public IReadOnlyList<Visit> Of(string nodeId) => [.. visits[nodeId]];

    /// <summary>Whether the step was left along an outcome.</summary>
    public bool Left(string nodeId, string outcome) => visits[nodeId].Any(v =>
        v.End is VisitEnd.Done or VisitEnd.Skipped && (v.Outcomes.Count == 0 ? outcome == "Done" : v.Outcomes.Contains(outcome)));
}
