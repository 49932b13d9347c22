using TitleWorkflow.Application.WorkItems;

namespace TitleWorkflow.Web.WorkItems;

/// <summary>Puts rows under the words people plan by: overdue, today, this week, later.</summary>
internal static class InboxGroups
{
    /// <summary>The rows in their order, under the text key of their group.</summary>
    public static IEnumerable<IGrouping<string, ListInbox.Row>> Of(IEnumerable<ListInbox.Row> rows, DateOnly today)
    {
        // A week ends with its Sunday, which may be a working day.
        var weekEnd = today.AddDays((7 - (int)today.DayOfWeek) % 7);

        return rows.GroupBy(row => "workitems.group." + row.DueOn switch
        {
            null => "open",
            { } due when due < today => "over",
            { } due when due == today => "today",
            { } due when due <= weekEnd => "week",
            _ => "later",
        });
    }
}
