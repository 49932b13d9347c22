using MediatR;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Engine.State;
using TitleWorkflow.Persistence;
using TitleWorkflow.Persistence.Workflows;

namespace TitleWorkflow.Application.Instances;

/// <summary>Tells where an instance has been, step by step and line by line, for those who follow it on its drawing.</summary>
public static class GetInstanceTrace
{
    /// <param name="Instance">The instance.</param>
    public sealed record Query(string Instance) : IRequest<Result>;

    /// <param name="Summary">What the list shows of it.</param>
    /// <param name="VersionId">The version it runs on.</param>
    /// <param name="CorrelationId">What it is about; null if that is nothing in particular.</param>
    /// <param name="Parent">The instance that dispatched it; null if none did.</param>
    /// <param name="Status">Whether it still has something ahead.</param>
    /// <param name="SubStatus">How it runs, waits or ended.</param>
    /// <param name="FinishedAt">When it ended; null while it runs.</param>
    /// <param name="Journal">Its journal, the first line first.</param>
    /// <param name="Executions">Every visit of every step, in the order in which they began.</param>
    /// <param name="Incidents">What went wrong and is open, the first first.</param>
    /// <param name="Variables">Its inputs and variables, what is personal masked.</param>
    public sealed record Result(
        ListInstances.Row Summary,
        string VersionId,
        string? CorrelationId,
        string? Parent,
        WorkflowStatus Status,
        WorkflowSubStatus SubStatus,
        DateTimeOffset? FinishedAt,
        IReadOnlyList<Line> Journal,
        IReadOnlyList<Execution> Executions,
        IReadOnlyList<Trouble> Incidents,
        IReadOnlyList<GetInstance.Variable> Variables);

    /// <param name="Id">The step in its document.</param>
    /// <param name="NodeId">The path of ids to it.</param>
    /// <param name="Type">Its type.</param>
    /// <param name="Name">What the drawing calls it.</param>
    public sealed record Place(string Id, string NodeId, string Type, string Name);

    /// <param name="Sequence">Place in the journal, from 1.</param>
    /// <param name="At">When.</param>
    /// <param name="Event">What happened.</param>
    /// <param name="Execution">The visit of the step.</param>
    /// <param name="Place">The step.</param>
    /// <param name="Outcomes">What came out; empty for every event but a completion.</param>
    /// <param name="Message">What went wrong, what is personal masked; null for every other event.</param>
    public sealed record Line(
        long Sequence, DateTimeOffset At, string Event, string Execution, Place Place, IReadOnlyList<string> Outcomes, string? Message);

    /// <param name="Id">This visit.</param>
    /// <param name="Place">The step.</param>
    /// <param name="StartedAt">When it began.</param>
    /// <param name="EndedAt">When it ended; null while it lasts.</param>
    /// <param name="Status">How it stands, or how it ended.</param>
    /// <param name="Outcomes">What came out; empty while it lasts, and where nothing did.</param>
    /// <param name="Waits">Whether it waits for something.</param>
    public sealed record Execution(
        string Id, Place Place, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, ActivityStatus Status, IReadOnlyList<string> Outcomes, bool Waits);

    /// <param name="Execution">The visit that failed.</param>
    /// <param name="Place">The step.</param>
    /// <param name="Message">What went wrong, what is personal masked.</param>
    /// <param name="Exception">Type of the exception; null if there was none.</param>
    /// <param name="At">When.</param>
    public sealed record Trouble(string Execution, Place Place, string Message, string? Exception, DateTimeOffset At);

    internal sealed class Handler(TitleDb db, ICurrentUser user, InstanceFiles files, InstanceReport report)
        : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var file = await files.FindAsync(query.Instance, ct);
            var summary = await db.SummariesAsync(user, db.WorkflowInstances.Where(i => i.Id == query.Instance), ct);
            var rows = await db.WorkflowJournal.AsNoTracking().Where(j => j.InstanceId == query.Instance)
                .OrderBy(j => j.Sequence).ToListAsync(ct);
            var masking = new Masking(file);
            var waiting = file.Instance.Bookmarks.Select(b => b.ActivityInstanceId).ToHashSet();
            var open = file.Instance.ActiveActivities().ToDictionary(a => a.InstanceId, a => a.Status);
            return new Result(
                summary.Single(),
                file.Row.VersionId,
                file.Row.CorrelationId,
                file.Instance.ParentInstanceId,
                file.Instance.Status,
                file.Instance.SubStatus,
                file.Row.FinishedAt,
                [.. rows.Select(r => new Line(r.Sequence, r.At, r.EventName, r.ActivityInstanceId, At(r, file), r.Outcomes, Message(r, masking)))],
                [
                    .. rows.GroupBy(r => r.ActivityInstanceId).Where(visit => visit.First().NodeId.Contains(':', StringComparison.Ordinal))
                        .Select(visit => ExecutionOf([.. visit], file, open, waiting.Contains(visit.Key))),
                ],
                [
                    .. file.Instance.Incidents.Where(i => i.IsOpen).Select(i => new Trouble(
                        i.ActivityInstanceId,
                        new Place(i.ActivityId, i.ActivityNodeId, i.ActivityType, file.StepAt(i.ActivityNodeId).Text),
                        i.Kind == IncidentKind.Fault ? masking.Show(i.Message) : i.Message,
                        i.Exception?["type"]?.ToString(),
                        i.At)),
                ],
                report.Variables(file));
        }

        private static Place At(JournalRow row, InstanceFile file) =>
            new(row.ActivityId, row.NodeId, row.ActivityType, file.StepAt(row.NodeId).Text);

        private static string? Message(JournalRow row, Masking masking) =>
            row.EventName == JournalEvents.Faulted && row.Message is { } error ? masking.Show(error) : null;

        // A migration may have given the step another path; the last line knows where it stands.
        private static Execution ExecutionOf(
            List<JournalRow> lines, InstanceFile file, Dictionary<string, ActivityStatus> open, bool waits)
        {
            var (first, last) = (lines[0], lines[^1]);
            var end = lines.LastOrDefault(l => l.EventName is JournalEvents.Completed or JournalEvents.Canceled);
            var isOpen = open.TryGetValue(first.ActivityInstanceId, out var status);
            return new Execution(
                first.ActivityInstanceId,
                At(last, file),
                first.At,
                isOpen ? null : end?.At,
                isOpen ? status : end?.EventName == JournalEvents.Canceled ? ActivityStatus.Canceled : ActivityStatus.Completed,
                end?.Outcomes ?? [],
                waits);
        }
    }
}
