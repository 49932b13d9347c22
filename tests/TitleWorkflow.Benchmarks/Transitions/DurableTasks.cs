using TitleWorkflow.Benchmarks.Measuring;
using TitleWorkflow.Benchmarks.Product;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Benchmarks.Transitions;

/// <summary>P11: instances of twenty human tasks from start to finish through the real command path on SQLite.</summary>
internal sealed class DurableTasks : IBenchmark
{
    public IReadOnlyList<string> Names { get; } = ["P11"];

    public async Task RunAsync(Bench bench, CancellationToken ct)
    {
        var instances = bench.Size(64, 256);
        var warmUps = bench.Size(1, 4);
        var database = new DatabaseOptions(DatabaseProvider.Sqlite, $"Data Source={Path.Combine(bench.Folder, "durable.db")}");
        await using var product = await BenchProduct.CreateAsync(
            database, bench.Folder, instances * (bench.Rounds.Counted + warmUps));
        var load = new TaskLoad(product);
        var next = 1;
        var costs = await bench.Rounds.RunAsync(async () =>
        {
            var from = next;
            next += instances;
            var cost = await Cpu.OfAsync(async () =>
            {
                await product.StartAsync(from, instances);
                for (var step = 0; step < BenchFlow.Steps; step++)
                {
                    await load.CompleteAsync(await load.OpenAsync());
                }
            });
            return cost.TotalMilliseconds / instances;
        }, warmUps);
        var median = costs.Median();
        bench.Board.Report("P11", median, median, "CPU ms for 20 durable tasks from start to finish", Goal.AtMost(4, 2));
    }
}
