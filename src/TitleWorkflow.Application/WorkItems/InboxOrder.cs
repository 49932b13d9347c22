using TitleWorkflow.Domain.WorkItems;

namespace TitleWorkflow.Application.WorkItems;

/// <summary>The order of open work: by last day, then as it came up.</summary>
internal static class InboxOrder
{
    // Without a last day comes last; a far date stands for it, so that one comparison goes through both.
    private static readonly DateOnly Never = DateOnly.MaxValue;

    public static DateOnly Due(DateOnly? dueOn) => dueOn ?? Never;

    public static IQueryable<WorkItem> MostUrgentFirst(this IQueryable<WorkItem> open) =>
        open.OrderBy(w => w.DueOn ?? Never).ThenBy(w => w.Id);

    public static IQueryable<WorkItem> LeastUrgentFirst(this IQueryable<WorkItem> open) =>
        open.OrderByDescending(w => w.DueOn ?? Never).ThenByDescending(w => w.Id);

    public static IQueryable<WorkItem> After(this IQueryable<WorkItem> open, DateOnly due, WorkItemId id) =>
        open.Where(w => (w.DueOn ?? Never) > due || ((w.DueOn ?? Never) == due && w.Id.CompareTo(id) > 0));

    public static IQueryable<WorkItem> Before(this IQueryable<WorkItem> open, DateOnly due, WorkItemId id) =>
        open.Where(w => (w.DueOn ?? Never) < due || ((w.DueOn ?? Never) == due && w.Id.CompareTo(id) < 0));
}
