using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Security;
using TitleWorkflow.Domain.WorkItems;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.WorkItems;

/// <summary>Which work items are whose.</summary>
internal static class WorkItemAccess
{
    /// <summary>Open items any holder of one of the user's grants may take; items of colleagues are not among them.</summary>
    public static IQueryable<WorkItem> AvailableTo(this TitleDb db, ICurrentUser user) => user.Grants
        .Select(g => db.WorkItems.Where(w =>
            w.Status == WorkItemStatus.Open && w.Assignee == null && w.Role == g.Role && w.Organisation == g.Organisation))
        .Aggregate(db.WorkItems.Where(w => false), (all, some) => all.Union(some));

    /// <summary>The item, if the user has it, may take it, has done it or holds its role at its office.</summary>
    /// <exception cref="NotFoundException">There is none, or it is none of the user's business.</exception>
    public static async Task<WorkItem> FindWorkItemAsync(
        this TitleDb db, ICurrentUser user, WorkItemId id, CancellationToken ct)
    {
        var item = await db.WorkItems.SingleOrDefaultAsync(w => w.Id == id, ct);
        return item is not null && (item.Assignee == user.Person || item.CompletedBy == user.Person || HoldsRole(user, item))
            ? item
            : throw new NotFoundException();
    }

    /// <summary>The item as office work, if the user holds its role at its office or was handed it.</summary>
    /// <exception cref="NotFoundException">There is none, it is personal, or it is none of the user's business.</exception>
    public static async Task<OfficeTask> FindOfficeTaskAsync(
        this TitleDb db, ICurrentUser user, WorkItemId id, CancellationToken ct) =>
        await db.FindWorkItemAsync(user, id, ct) as OfficeTask ?? throw new NotFoundException();

    /// <summary>True if the user holds the item's role at its office.</summary>
    public static bool HoldsRole(ICurrentUser user, WorkItem item) =>
        item.Organisation is { } office && user.Has(item.Role, office);
}
