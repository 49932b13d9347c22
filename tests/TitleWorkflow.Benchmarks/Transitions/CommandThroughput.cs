using TitleWorkflow.Benchmarks.Measuring;
using TitleWorkflow.Benchmarks.Product;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Benchmarks.Transitions;

/// <summary>
/// P1, P2, P11: human tasks completed through the real command path on SQLite, against the bulk ceiling of the same round.
/// </summary>
internal sealed class CommandThroughput : IBenchmark
{
    public IReadOnlyList<string> Names { get; } = ["P1", "P2", "P11"];

    public async Task RunAsync(Bench bench, CancellationToken ct)
    {
        var instances = bench.Size(256, 2048);
        var database = new DatabaseOptions(DatabaseProvider.Sqlite, $"Data Source={Path.Combine(bench.Folder, "throughput.db")}");
        var whole = bench.Size(64, 256);
        await using var product = await BenchProduct.CreateAsync(
            database, bench.Folder, instances + (whole * (bench.Rounds.Counted + 1)));
        await product.StartAsync(1, instances);
        var load = new TaskLoad(product);
        using var raw = new RawTransitions(bench.Folder);

        var rounds = await bench.Rounds.RunAsync(async () =>
        {
            var ceiling = raw.Measure(TimeSpan.FromSeconds(bench.Quick ? 0.3 : 1));
            var (perSecond, times) = await load.CompleteAsync(await load.OpenAsync());
            return (Ceiling: ceiling, PerSecond: perSecond, P99: times.Percentile(0.99));
        });
        bench.Board.Report("C", 1, rounds.Select(r => r.Ceiling).Median(), "raw transitions/s, 64 per commit");
        bench.Board.Report(
            "P1", rounds.Select(r => r.PerSecond / r.Ceiling).Median(), rounds.Select(r => r.PerSecond).Median(),
            "durable transitions/s with 64 clients", Goal.AtLeast(0.25, 0.5));
        bench.Board.Report(
            "P2", rounds.Select(r => r.P99 / (1000 * TaskLoad.Clients / r.PerSecond)).Median(), rounds.Select(r => r.P99).Median(),
            "ms at the 99th percentile", Goal.AtMost(5, 4));
        await FromStartToFinishAsync(bench, product, load, instances + 1, whole);
    }

    private static async Task FromStartToFinishAsync(Bench bench, BenchProduct product, TaskLoad load, int first, int count)
    {
        var next = first;
        var costs = await bench.Rounds.RunAsync(async () =>
        {
            var known = (await load.OpenAsync()).Select(t => t.Id).ToHashSet();
            var from = next;
            next += count;
            var cost = await Cpu.OfAsync(async () =>
            {
                await product.StartAsync(from, count);
                for (var step = 0; step < BenchFlow.Steps; step++)
                {
                    await load.CompleteAsync([.. (await load.OpenAsync()).Where(t => !known.Contains(t.Id))]);
                }
            });
            return cost.TotalMilliseconds / count;
        });
        var median = costs.Median();
        bench.Board.Report(
            "P11", median, median, "CPU ms for 20 durable tasks from start to finish", Goal.AtMost(4, 2));
    }
}
