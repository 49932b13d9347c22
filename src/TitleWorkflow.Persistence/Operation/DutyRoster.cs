using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace TitleWorkflow.Persistence.Operation;

/// <summary>
/// Says whether this node is on duty: of several, one alone fires what is due and sends what waits. It renews its term while it
/// lives; one that dies is relieved when the term ends, within <see cref="Term"/> and a moment. Beside SQLite there is one
/// process, always on duty.
/// </summary>
/// <remarks>
/// Duty spares double work; correctness never rests on it. A node that was asleep past its term may do something a second time,
/// and then loses the race for the row.
/// </remarks>
public sealed class DutyRoster(DatabaseOptions options, IServiceScopeFactory scopes)
{
    /// <summary>How long a node stays on duty without renewing.</summary>
    public static readonly TimeSpan Term = TimeSpan.FromSeconds(6);

    private readonly string node = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid():N}";
    private long relievedAt;

    /// <summary>True while this node is on duty.</summary>
    public bool IsOurs => options.Provider == DatabaseProvider.Sqlite || Stopwatch.GetTimestamp() < Interlocked.Read(ref relievedAt);

    /// <summary>Renews this node's term, or takes over where nobody's runs; true if this node is on duty then.</summary>
    public async Task<bool> TakeAsync(CancellationToken ct)
    {
        if (options.Provider == DatabaseProvider.Sqlite)
        {
            return true;
        }

        // Counted from before the question, so that no answer, however slow, makes the term longer here than it is there.
        var until = Stopwatch.GetTimestamp() + (long)(Term.TotalSeconds * Stopwatch.Frequency);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TitleDb>();
        var taken = await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "Duties" ("Id", "Node", "Until") VALUES (1, {node}, clock_timestamp() + {Term})
            ON CONFLICT ("Id") DO UPDATE SET "Node" = EXCLUDED."Node", "Until" = EXCLUDED."Until"
            WHERE "Duties"."Node" = EXCLUDED."Node" OR "Duties"."Until" < clock_timestamp()
            """,
            ct);
        Interlocked.Exchange(ref relievedAt, taken == 1 ? until : 0);
        return taken == 1;
    }

    /// <summary>Ends this node's duty at once, so that nobody waits for its term to run out.</summary>
    public async Task LeaveAsync(CancellationToken ct)
    {
        Interlocked.Exchange(ref relievedAt, 0);
        if (options.Provider == DatabaseProvider.Postgres)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<TitleDb>();
            await db.Set<Duty>().Where(d => d.Node == node).ExecuteDeleteAsync(ct);
        }
    }
}
