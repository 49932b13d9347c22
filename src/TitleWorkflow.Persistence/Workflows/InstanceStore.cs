using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Engine;
using TitleWorkflow.Engine.State;

namespace TitleWorkflow.Persistence.Workflows;

/// <summary>Stages instances, bookmarks and journal in the caller's unit of work; its commit is theirs.</summary>
public sealed class InstanceStore(TitleDb db, AfterCommit afterCommit) : IWorkflowInstanceStore
{
    // Almost every stimulus names what has happened exactly: its hash finds the place that waits and the flow around it.
    private static readonly HotQuery<string, WaitingRow> Waiting = new((db, hash) =>
        from bookmark in db.WorkflowBookmarks
        join instance in db.WorkflowInstances on bookmark.InstanceId equals instance.Id
        where bookmark.Hash == hash
        select new WaitingRow(bookmark, instance));

    /// <inheritdoc />
    public async ValueTask<WorkflowInstance?> FindAsync(string instanceId, CancellationToken ct) =>
        await db.WorkflowInstances.FindAsync([instanceId], ct) is { } row ? WorkflowInstance.FromJson(row.State) : null;

    /// <inheritdoc />
    public async ValueTask<IReadOnlyList<BookmarkMatch>> FindBookmarksAsync(BookmarkFilter filter, CancellationToken ct)
    {
        // What was staged earlier in this unit of work counts: loaded rows are tracked, new ones too, removed ones gone.
        if (filter is { Hash: { } hash, BookmarkId: null, ActivityInstanceId: null })
        {
            await Waiting.ListAsync(db, hash, ct);
        }
        else
        {
            await Stored(filter).LoadAsync(ct);
        }

        return
        [
            .. db.Tracked<BookmarkRow>().Where(b => Fits(b, filter))
                .OrderBy(b => b.Id, StringComparer.Ordinal)
                .Select(b => new BookmarkMatch(b.InstanceId, b.Id)),
        ];
    }

    /// <inheritdoc />
    public async ValueTask<bool> IsRunningAsync(string? definitionId, string? correlationId, CancellationToken ct)
    {
        // What this unit has staged counts as it is here, not as it is stored.
        var here = db.Tracked<InstanceRow>();
        var known = here.Select(i => i.Id).ToList();
        return here.Any(i => i.Status == nameof(WorkflowStatus.Running)
                && (definitionId is null || i.DefinitionId == definitionId)
                && (correlationId is null || i.CorrelationId == correlationId))
            || await Running(db.WorkflowInstances, definitionId, correlationId).AnyAsync(i => !known.Contains(i.Id), ct);
    }

    /// <inheritdoc />
    public async ValueTask StageAsync(InstanceChange change, CancellationToken ct)
    {
        var instance = change.Instance;
        var row = change.IsNew ? null : await db.WorkflowInstances.FindAsync([instance.Id], ct);
        if (row is null)
        {
            row = new InstanceRow
            {
                Id = instance.Id,
                DefinitionId = instance.DefinitionId,
                VersionId = instance.DefinitionVersionId,
                Status = "",
                SubStatus = "",
                State = "",
                CreatedAt = instance.CreatedAt,
                UpdatedAt = instance.UpdatedAt,
            };
            db.WorkflowInstances.Add(row);
        }
        else if (db.IsStored(row))
        {
            row.Revision++;
        }

        Copy(instance, row);
        db.WorkflowBookmarks.AddRange(change.Added.Select(b => Row(instance.Id, b)));
        foreach (var id in change.RemovedBookmarkIds)
        {
            if (await db.WorkflowBookmarks.FindAsync([id], ct) is { } gone)
            {
                db.WorkflowBookmarks.Remove(gone);
            }
        }

        afterCommit.Add(change.Deferred);
        db.WorkflowJournal.AddRange(change.Journal.Select(j => Row(instance.Id, j)));
    }

    private IQueryable<BookmarkRow> Stored(BookmarkFilter filter)
    {
        IQueryable<BookmarkRow> rows = db.WorkflowBookmarks;
        rows = filter.BookmarkId is { } id ? rows.Where(b => b.Id == id) : rows;
        rows = filter.Hash is { } hash ? rows.Where(b => b.Hash == hash) : rows;
        rows = filter.Name is { } name ? rows.Where(b => b.Name == name) : rows;
        rows = filter.InstanceId is { } instance ? rows.Where(b => b.InstanceId == instance) : rows;
        rows = filter.ActivityInstanceId is { } activity ? rows.Where(b => b.ActivityInstanceId == activity) : rows;
        return filter.CorrelationId is { } correlation ? rows.Where(b => b.CorrelationId == correlation) : rows;
    }

    private static IQueryable<InstanceRow> Running(
        IQueryable<InstanceRow> rows, string? definitionId, string? correlationId)
    {
        rows = rows.Where(i => i.Status == nameof(WorkflowStatus.Running));
        rows = definitionId is null ? rows : rows.Where(i => i.DefinitionId == definitionId);
        return correlationId is null ? rows : rows.Where(i => i.CorrelationId == correlationId);
    }

    private static bool Fits(BookmarkRow row, BookmarkFilter filter) =>
        Fits(filter.BookmarkId, row.Id)
        && Fits(filter.Hash, row.Hash)
        && Fits(filter.Name, row.Name)
        && Fits(filter.InstanceId, row.InstanceId)
        && Fits(filter.ActivityInstanceId, row.ActivityInstanceId)
        && Fits(filter.CorrelationId, row.CorrelationId);

    private static bool Fits(string? asked, string? stored) => asked is null || asked == stored;

    private static void Copy(WorkflowInstance instance, InstanceRow row)
    {
        row.VersionId = instance.DefinitionVersionId;
        row.CorrelationId = instance.CorrelationId;
        row.ActivationKey = instance.Status == WorkflowStatus.Running ? instance.ActivationKey : null;
        row.Name = instance.Name;
        row.Status = instance.Status.ToString();
        row.SubStatus = instance.SubStatus.ToString();
        row.Declaration = Guid.TryParse(instance.CorrelationId, out var id) ? new DeclarationId(id) : null;
        row.Incidents = instance.Incidents.Count(i => i.IsOpen);
        row.Trouble = instance.Incidents.LastOrDefault(i => i.IsOpen)?.Kind;
        row.State = instance.ToJson();
        row.UpdatedAt = instance.UpdatedAt;
        row.FinishedAt = instance.FinishedAt;
    }

    private static BookmarkRow Row(string instanceId, Bookmark bookmark) => new()
    {
        Id = bookmark.Id,
        InstanceId = instanceId,
        Name = bookmark.Name,
        Hash = bookmark.Hash,
        CorrelationId = bookmark.CorrelationId,
        ActivityInstanceId = bookmark.ActivityInstanceId,
        DueAt = bookmark.DueAt,
    };

    private static JournalRow Row(string instanceId, JournalEntry entry) => new()
    {
        InstanceId = instanceId,
        Sequence = entry.Sequence,
        At = entry.At,
        EventName = entry.EventName,
        ActivityId = entry.ActivityId,
        ActivityInstanceId = entry.ActivityInstanceId,
        NodeId = entry.NodeId,
        ActivityType = entry.ActivityType,
        Outcomes = [.. entry.Outcomes],
        Message = entry.Message,
        Payload = entry.PayloadJson,
        By = entry.By,
    };

    private sealed record WaitingRow(BookmarkRow Bookmark, InstanceRow Instance);
}
