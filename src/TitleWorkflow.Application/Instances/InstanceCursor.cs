using System.Globalization;

namespace TitleWorkflow.Application.Instances;

/// <summary>Where a page of instances ended; written as text for addresses.</summary>
/// <param name="StartedAt">When the last row was started.</param>
/// <param name="Instance">The last row.</param>
internal sealed record InstanceCursor(DateTimeOffset StartedAt, string Instance)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{StartedAt.UtcTicks}_{Instance}");

    public static InstanceCursor? Read(string? text) =>
        text?.Split('_', 2) is [var at, { Length: > 0 and <= 200 } instance]
        && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
        && ticks <= DateTimeOffset.MaxValue.UtcTicks
            ? new InstanceCursor(new DateTimeOffset(ticks, TimeSpan.Zero), instance)
            : null;
}
