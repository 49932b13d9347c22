using System.Globalization;
using TitleWorkflow.Domain.WorkItems;

namespace TitleWorkflow.Application.WorkItems;

/// <summary>Where a page of the inbox ended; written as text for addresses and forms.</summary>
internal sealed record InboxCursor(DateOnly? DueOn, DateTimeOffset CreatedAt, DateTimeOffset? ClosedAt, Guid? Id)
{
    public static string After(WorkItem item) => string.Join(
        '_',
        (item.DueOn ?? DateOnly.MaxValue).DayNumber.ToString(CultureInfo.InvariantCulture),
        item.CreatedAt.UtcTicks.ToString(CultureInfo.InvariantCulture),
        (item.ClosedAt?.UtcTicks ?? 0).ToString(CultureInfo.InvariantCulture),
        item.Id.ToString());

    public static bool TryRead(string? text, out InboxCursor? cursor)
    {
        cursor = null;
        if (text?.Split('_') is [var due, var created, var closed, var id]
            && int.TryParse(due, CultureInfo.InvariantCulture, out var day) && day >= 0 && day <= DateOnly.MaxValue.DayNumber
            && Ticks(created) is { } createdAt && Ticks(closed) is { } closedAt && Guid.TryParse(id, out var guid))
        {
            cursor = new InboxCursor(
                DateOnly.FromDayNumber(day), createdAt, closedAt.UtcTicks == 0 ? null : closedAt, guid);
        }

        return cursor is not null;
    }

    private static DateTimeOffset? Ticks(string text) =>
        long.TryParse(text, CultureInfo.InvariantCulture, out var ticks) && ticks >= 0 && ticks <= DateTime.MaxValue.Ticks
            ? new DateTimeOffset(ticks, TimeSpan.Zero)
            : null;
}
