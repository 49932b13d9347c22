using TitleWorkflow.Domain.WorkItems;

namespace TitleWorkflow.Application.WorkItems;

/// <summary>The order of open work: by last day, then as it came up.</summary>
internal static class InboxOrder
{
    public static DateOnly Due(DateOnly? dueOn) => dueOn ?? WorkItem.NoLastDay;

    public static IQueryable<WorkItem> MostUrgentFirst(this IQueryable<WorkItem> open) =>
        open.OrderBy(w => w.InboxDay).ThenBy(w => w.Id);

    public static IQueryable<WorkItem> LeastUrgentFirst(this IQueryable<WorkItem> open) =>
        open.OrderByDescending(w => w.InboxDay).ThenByDescending(w => w.Id);

    public static IQueryable<WorkItem> After(this IQueryable<WorkItem> open, DateOnly due, WorkItemId id) =>
        open.Where(w => w.InboxDay > due || (w.InboxDay == due && w.Id.CompareTo(id) > 0));

    public static IQueryable<WorkItem> Before(this IQueryable<WorkItem> open, DateOnly due, WorkItemId id) =>
        open.Where(w => w.InboxDay < due || (w.InboxDay == due && w.Id.CompareTo(id) < 0));
}
