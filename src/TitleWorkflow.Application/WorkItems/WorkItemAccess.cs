using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.WorkItems;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.WorkItems;

/// <summary>Which work items are whose.</summary>
internal static class WorkItemAccess
{
    /// <summary>Open items the user has: their own, claimed, or handed to them.</summary>
    public static IQueryable<WorkItem> OpenOf(this TitleDb db, ICurrentUser user) =>
        db.WorkItems.Where(w => w.Status == WorkItemStatus.Open && w.Assignee == user.Person);

    /// <summary>Open items any holder of one of the user's grants may take; items of colleagues are not among them.</summary>
    public static IQueryable<WorkItem> AvailableTo(this TitleDb db, ICurrentUser user) => db.AvailableTo(user, items => items);

    /// <summary>
    /// The same, narrowed office by office before it is put together: the first of all are among the first of each.
    /// </summary>
    public static IQueryable<WorkItem> AvailableTo(
        this TitleDb db, ICurrentUser user, Func<IQueryable<WorkItem>, IQueryable<WorkItem>> narrow) => user.Grants
        .DistinctBy(g => (g.Role, g.Organisation))
        .Select(g => narrow(db.WorkItems.Where(w =>
            w.Status == WorkItemStatus.Open && w.Assignee == null && w.Role == g.Role && w.Organisation == g.Organisation)))
        .Aggregate((IQueryable<WorkItem>?)null, (all, some) => all is null ? some : all.Concat(some))
        ?? db.WorkItems.Where(w => false);

    /// <summary>The item to look at, if the user has it, may take it, has done it or holds its role at its office.</summary>
    /// <exception cref="NotFoundException">There is none, or it is none of the user's business.</exception>
    public static async Task<WorkItem> FindWorkItemAsync(
        this TitleDb db, ICurrentUser user, WorkItemId id, CancellationToken ct)
    {
        var item = await db.WorkItems.SingleOrDefaultAsync(w => w.Id == id, ct);
        return item is not null && MaySee(user, item) ? item : throw new NotFoundException();
    }

    /// <summary>The item as office work, if the user holds its role at its office.</summary>
    /// <exception cref="NotFoundException">There is none, it is personal, or it is none of the user's business.</exception>
    public static async Task<OfficeTask> FindOfficeTaskAsync(
        this TitleDb db, ICurrentUser user, WorkItemId id, CancellationToken ct) =>
        await db.FindWorkItemAsync(user, id, ct) is OfficeTask task && MayDo(user, task) ? task : throw new NotFoundException();

    /// <summary>True if the item is the user's business today, or was done by them.</summary>
    public static bool MaySee(ICurrentUser user, WorkItem item) => item.CompletedBy == user.Person || MayDo(user, item);

    /// <summary>
    /// True if the item is the user's business today: personal work is its person's, office work that of those who hold its
    /// role there. Who has lost the role has lost the work, claimed or not.
    /// </summary>
    public static bool MayDo(ICurrentUser user, WorkItem item) =>
        item.Organisation is { } office ? user.Has(item.Role, office) : item.Assignee == user.Person;
}
