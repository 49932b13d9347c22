using TitleWorkflow.Benchmarks.Measuring;
using TitleWorkflow.Benchmarks.Product;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Benchmarks.Transitions;

/// <summary>
/// P1, P2: human tasks completed through the real command path on SQLite, against the bulk ceiling of the same round.
/// </summary>
internal sealed class CommandThroughput : IBenchmark
{
    public IReadOnlyList<string> Names { get; } = ["P1", "P2"];

    public async Task RunAsync(Bench bench, CancellationToken ct)
    {
        var instances = bench.Size(512, 2048);
        var database = new DatabaseOptions(DatabaseProvider.Sqlite, $"Data Source={Path.Combine(bench.Folder, "throughput.db")}");
        await using var product = await BenchProduct.CreateAsync(database, bench.Folder, instances);
        await product.StartAsync(1, instances);
        var load = new TaskLoad(product);
        using var raw = new RawTransitions(bench.Folder);

        var rounds = await bench.Rounds.RunAsync(async () =>
        {
            var (ceiling, rawCost) = raw.Measure(TimeSpan.FromSeconds(bench.Quick ? 0.3 : 1));
            var tasks = await load.OpenAsync();
            double perSecond = 0, p99 = 0;
            var cost = await Cpu.OfAsync(async () =>
            {
                (perSecond, var times) = await load.CompleteAsync(tasks);
                p99 = times.Percentile(0.99);
            });
            return (
                Ceiling: ceiling, RawCost: rawCost, PerSecond: perSecond, P99: p99, Cost: cost.TotalMicroseconds / tasks.Count);
        }, bench.Size(1, TaskLoad.WarmUps));
        bench.Board.Report("C", 1, rounds.Select(r => r.Ceiling).Median(), "raw transitions/s, 64 per commit");
        bench.Board.Report(
            "P1", rounds.Select(r => r.PerSecond / r.Ceiling).Median(), rounds.Select(r => r.PerSecond).Median(),
            "durable transitions/s with 64 clients", Goal.AtLeast(0.25, 0.5));
        bench.Board.Report(
            "P2", rounds.Select(r => r.P99 / (1000 * TaskLoad.Clients / r.PerSecond)).Median(), rounds.Select(r => r.P99).Median(),
            "ms at the 99th percentile", Goal.AtMost(5, 4));
        bench.Board.Report(
            "P1cpu", rounds.Select(r => r.Cost / r.RawCost).Median(), rounds.Select(r => r.Cost).Median(),
            "CPU us per durable transition / per raw transition");
    }
}
