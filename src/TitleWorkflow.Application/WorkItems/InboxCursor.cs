using System.Globalization;
using TitleWorkflow.Domain.WorkItems;

namespace TitleWorkflow.Application.WorkItems;

/// <summary>Where a page of the inbox ended; written as text for addresses and forms.</summary>
/// <param name="Due">Last day of the last row; a far date for a row without one.</param>
/// <param name="ClosedAt">When the last row was done; the beginning of time for an open one.</param>
/// <param name="Id">The last row.</param>
internal sealed record InboxCursor(DateOnly Due, DateTimeOffset ClosedAt, WorkItemId Id)
{
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Due.DayNumber}_{ClosedAt.UtcTicks}_{Id.Value:N}");

    public static InboxCursor? Read(string? text) =>
        text?.Split('_') is [var due, var closed, var id]
        && int.TryParse(due, NumberStyles.None, CultureInfo.InvariantCulture, out var day)
        && day <= DateOnly.MaxValue.DayNumber
        && long.TryParse(closed, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
        && ticks <= DateTimeOffset.MaxValue.UtcTicks
        && Guid.TryParse(id, out var item)
            ? new InboxCursor(DateOnly.FromDayNumber(day), new DateTimeOffset(ticks, TimeSpan.Zero), new WorkItemId(item))
            : null;
}
