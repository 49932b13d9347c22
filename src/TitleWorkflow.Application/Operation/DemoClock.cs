using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Persistence;
using TitleWorkflow.Persistence.Operation;

namespace TitleWorkflow.Application.Operation;

/// <summary>
/// Keeps a demonstration's clock in the database, so that it runs on through restarts and is the same on every node.
/// </summary>
public sealed class DemoClock(TitleDb db, ApplicationClock clock)
{
    private const string OffsetKey = "demo.clock.offset";

    /// <summary>Takes over the stored clock; false if none is stored yet.</summary>
    public async Task<bool> ReadAsync(CancellationToken ct)
    {
        var stored = await db.Settings.AsNoTracking()
            .Where(s => s.Key == OffsetKey).Select(s => s.Value).SingleOrDefaultAsync(ct);
        if (stored is null)
        {
            return false;
        }

        clock.Offset = Parse(stored);
        return true;
    }

    /// <summary>Sets clock and store to an instant.</summary>
    public async Task SetAsync(DateTimeOffset instant, CancellationToken ct)
    {
        await MoveAsync(_ => instant, ct);
        await db.SaveChangesAsync(ct);
        await ReadAsync(ct);
    }

    /// <summary>
    /// Stores, with the caller's commit, that the clock stands where <paramref name="move"/> says from where it stands in the
    /// store. This node's own clock follows when it is read again: a commit that fails must not leave it ahead.
    /// </summary>
    internal async Task<DateTimeOffset> MoveAsync(Func<DateTimeOffset, DateTimeOffset> move, CancellationToken ct)
    {
        var stored = await db.Settings.SingleOrDefaultAsync(s => s.Key == OffsetKey, ct);
        var offset = stored is null ? clock.Offset : Parse(stored.Value);
        var target = move(clock.RealNow + offset);
        var value = (target - clock.RealNow).Ticks.ToString(CultureInfo.InvariantCulture);
        if (stored is null)
        {
            db.Settings.Add(new Setting { Key = OffsetKey, Value = value });
        }
        else
        {
            stored.Value = value;
        }

        return target;
    }

    private static TimeSpan Parse(string ticks) => TimeSpan.FromTicks(long.Parse(ticks, CultureInfo.InvariantCulture));
}
