using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace TitleWorkflow.Persistence.Writing;

/// <summary>
/// Gives out numbers nobody else gets. Blocks are reserved in a commit of their own, so that taking a number never makes two
/// writes conflict; a restart leaves a gap.
/// </summary>
public sealed class Numbers(IServiceScopeFactory scopes, ChangeWriter writer) : IDisposable
{
    private const int BlockSize = 20;
    private readonly ConcurrentDictionary<string, (int Next, int End)> blocks = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim gate = new(1);

    /// <summary>The next number of <paramref name="series"/>, from 1.</summary>
    public async Task<int> NextAsync(string series, CancellationToken ct)
    {
        await gate.WaitAsync(ct);
        try
        {
            var (next, end) = blocks.GetValueOrDefault(series);
            if (next == end)
            {
                (next, end) = await ReserveAsync(series, ct);
            }

            blocks[series] = (next + 1, end);
            return next;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => gate.Dispose();

    private async Task<(int Next, int End)> ReserveAsync(string series, CancellationToken ct)
    {
        while (true)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<TitleDb>();
            var row = await db.NumberSeries.SingleOrDefaultAsync(n => n.Key == series, ct)
                ?? db.NumberSeries.Add(new NumberSeries { Key = series }).Entity;
            var first = row.Next;
            row.Next += BlockSize;
            row.Version++;
            try
            {
                await writer.CommitAsync(db, [], ct);
                return (first, first + BlockSize);
            }
            catch (DbUpdateException race) when (PersistenceSetup.IsRace(race))
            {
                // Another node reserved at the same instant; its block is taken, the next one is ours to try.
            }
        }
    }
}
