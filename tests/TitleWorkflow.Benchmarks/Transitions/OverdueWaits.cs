using System.Diagnostics;
using TitleWorkflow.Application.WorkItems;
using TitleWorkflow.Benchmarks.Crowds;
using TitleWorkflow.Benchmarks.Measuring;
using TitleWorkflow.Benchmarks.Product;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Benchmarks.Transitions;

/// <summary>P17: waits that became due while nobody worked are done, one after the other, and people read their inboxes meanwhile.</summary>
internal sealed class OverdueWaits : IBenchmark
{
    private const int Cases = 10_000;

    private static readonly TimeSpan BetweenReads = TimeSpan.FromMilliseconds(20);

    public IReadOnlyList<string> Names { get; } = ["P17"];

    public async Task RunAsync(Bench bench, CancellationToken ct)
    {
        var waits = bench.Size(2_000, 100_000);
        var database = new DatabaseOptions(DatabaseProvider.Sqlite, $"Data Source={Path.Combine(bench.Folder, "waits.db")}");
        await using var product = await CrowdedProduct.CreateAsync(database, bench.Folder, Cases);
        await CrowdedProduct.AddWaitsAsync(product, database, Cases, waits);
        using var raw = new RawTransitions(bench.Folder);
        raw.Measure(TimeSpan.FromSeconds(0.5));
        var ceiling = raw.Measure(TimeSpan.FromSeconds(1)).PerSecond;
        await ReadAsync(product, Task.Delay(TimeSpan.FromSeconds(1), ct), ct);
        var idle = await ReadAsync(product, Task.Delay(TimeSpan.FromSeconds(bench.Size(2, 5)), ct), ct);
        var start = Stopwatch.GetTimestamp();
        var drain = Task.Run(() => product.DrainAsync(ct), ct);
        var busy = await ReadAsync(product, drain, ct);
        var perSecond = await drain / Stopwatch.GetElapsedTime(start).TotalSeconds;
        if (await drain < waits)
        {
            throw new InvalidOperationException($"{await drain} of {waits} waits were done.");
        }

        bench.Board.Report("P17", perSecond / ceiling, perSecond, $"of {waits} overdue waits done per s / C", Goal.AtLeast(0.15, 0.4));
        bench.Board.Report(
            "P17p95", busy.Percentile(0.95) / idle.Percentile(0.95), busy.Percentile(0.95),
            "us of an inbox at the 95th percentile meanwhile / idle", Goal.AtMost(3, 2));
    }

    private static async Task<IReadOnlyList<double>> ReadAsync(BenchProduct product, Task until, CancellationToken ct)
    {
        var times = new List<double>();
        do
        {
            var start = Stopwatch.GetTimestamp();
            await product.SendAsync(CrowdedProduct.Officer, new ListInbox.Query(ListInbox.View.Mine), ct);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
            await Task.Delay(BetweenReads, ct);
        }
        while (!until.IsCompleted);

        return times;
    }
}
