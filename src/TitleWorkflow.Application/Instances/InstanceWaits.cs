using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Workflows;
using TitleWorkflow.Domain.WorkItems;
using TitleWorkflow.Engine.Activities;
using TitleWorkflow.Engine.State;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Instances;

/// <summary>Says in the product's words what the bookmarks of an instance wait for, and which of them wait in vain.</summary>
internal sealed class InstanceWaits(TitleDb db, TimeProvider clock)
{
    // The engine's own stimuli, by the names they are stored under.
    private const string Event = "Elsa.Event";
    private const string ChildFinished = "ChildFinished";

    public async Task<IReadOnlyList<GetInstance.Wait>> ReadAsync(InstanceFile file, CancellationToken ct)
    {
        var tasks = await TasksAsync(file, ct);
        var children = await ChildrenAsync(file, ct);
        return [.. file.Instance.Bookmarks.OrderBy(b => b.CreatedAt).Select(b => Read(b, file, tasks, children))];
    }

    private GetInstance.Wait Read(
        Bookmark bookmark, InstanceFile file, IReadOnlyDictionary<Guid, Asked> tasks, IReadOnlyDictionary<string, string> children)
    {
        var kind = KindOf(bookmark);
        var task = kind == GetInstance.WaitKind.Task && IdIn(bookmark, nameof(WorkItemDone.WorkItem)) is { } id ? tasks.GetValueOrDefault(id) : null;
        return new GetInstance.Wait(
            file.StepAt(bookmark.ActivityNodeId),
            kind,
            bookmark.CreatedAt,
            bookmark.DueAt,
            bookmark.DueAt < clock.GetUtcNow(),
            NameOf(bookmark, kind),
            task?.Role,
            task?.Office,
            task?.English,
            task?.DueOn,
            file.Instance.Status == WorkflowStatus.Finished ? GetInstance.VainCause.Frozen : Vain(bookmark, kind, task, children));
    }

    private static GetInstance.WaitKind KindOf(Bookmark bookmark) => bookmark.Name switch
    {
        nameof(WorkItemDone) => GetInstance.WaitKind.Task,
        nameof(BallotDecided) => GetInstance.WaitKind.Ballot,
        nameof(LapseReversed) => GetInstance.WaitKind.Reopening,
        nameof(MembershipMoved) => GetInstance.WaitKind.Membership,
        ChildFinished => GetInstance.WaitKind.Child,
        _ when bookmark.DueAt is not null => GetInstance.WaitKind.Time,
        Event => GetInstance.WaitKind.Event,
        _ => GetInstance.WaitKind.Other,
    };

    private static string? NameOf(Bookmark bookmark, GetInstance.WaitKind kind) => kind switch
    {
        GetInstance.WaitKind.Event => Member(bookmark.Payload, nameof(EventStimulus.EventName)) ?? bookmark.Name,
        GetInstance.WaitKind.Child => ChildOf(bookmark),
        GetInstance.WaitKind.Other => bookmark.Name,
        _ => null,
    };

    private static GetInstance.VainCause? Vain(
        Bookmark bookmark, GetInstance.WaitKind kind, Asked? task, IReadOnlyDictionary<string, string> children) => kind switch
        {
            GetInstance.WaitKind.Task when task is null => GetInstance.VainCause.TaskGone,
            GetInstance.WaitKind.Task when !task.IsOpen => GetInstance.VainCause.TaskClosed,
            GetInstance.WaitKind.Child when ChildOf(bookmark) is not { } child
                || children.GetValueOrDefault(child) != nameof(WorkflowStatus.Running) => GetInstance.VainCause.ChildOver,
            _ => null,
        };

    private async Task<IReadOnlyDictionary<Guid, Asked>> TasksAsync(InstanceFile file, CancellationToken ct)
    {
        var found = await (
            from w in db.WorkItems.AsNoTracking()
            where w.InstanceId == file.Row.Id
            from o in db.Organisations.Where(o => o.Id == w.Organisation).DefaultIfEmpty()
            select new
            {
                w.Id,
                w.Role,
                w.DueOn,
                IsOpen = w.Status == WorkItemStatus.Open,
                Office = o == null ? null : o.Name,
                English = o == null ? null : o.EnglishName,
            }).ToListAsync(ct);
        return found.ToDictionary(w => w.Id.Value, w => new Asked(w.Role.ToString(), w.Office, w.English, w.DueOn, w.IsOpen));
    }

    private async Task<IReadOnlyDictionary<string, string>> ChildrenAsync(InstanceFile file, CancellationToken ct)
    {
        var ids = file.Instance.Bookmarks.Where(b => b.Name == ChildFinished).Select(ChildOf).OfType<string>().ToList();
        return ids.Count == 0
            ? new Dictionary<string, string>()
            : await db.WorkflowInstances.AsNoTracking().Where(i => ids.Contains(i.Id)).ToDictionaryAsync(i => i.Id, i => i.Status, ct);
    }

    private static string? ChildOf(Bookmark bookmark) => Member(bookmark.Payload, "InstanceId");

    private static Guid? IdIn(Bookmark bookmark, string member) => Guid.TryParse(Member(bookmark.Payload, member), out var id) ? id : null;

    private static string? Member(JsonNode? payload, string name) => (payload as JsonObject)?
        .FirstOrDefault(member => member.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value?.ToString();

    private sealed record Asked(string Role, string? Office, string? English, DateOnly? DueOn, bool IsOpen);
}
