using TitleWorkflow.Benchmarks.Measuring;
using TitleWorkflow.Benchmarks.Product;

namespace TitleWorkflow.Benchmarks.Transitions;

/// <summary>P3: human tasks completed through the real command path on PostgreSQL, against raw transactions over eight connections.</summary>
internal sealed class PostgresThroughput : IBenchmark
{
    public IReadOnlyList<string> Names { get; } = ["P3"];

    public async Task RunAsync(Bench bench, CancellationToken ct)
    {
        await using var database = await PostgresDatabase.CreateAsync();
        if (database is null)
        {
            bench.Board.Skip("P3", PostgresDatabase.Missing);
            return;
        }

        var instances = bench.Size(256, 2048);
        await using var product = await BenchProduct.CreateAsync(database.Options, bench.Folder, instances);
        await product.StartAsync(1, instances);
        var load = new TaskLoad(product);
        var raw = new RawPostgres(database.ConnectionString);
        await raw.CreateAsync();
        var rounds = await bench.Rounds.RunAsync(async () =>
        {
            var classic = await raw.MeasureAsync(TimeSpan.FromSeconds(bench.Quick ? 0.5 : 2));
            var (perSecond, _) = await load.CompleteAsync(await load.OpenAsync());
            return (Classic: classic, PerSecond: perSecond);
        }, bench.Size(1, TaskLoad.WarmUps));
        bench.Board.Report(
            "P3", rounds.Select(r => r.PerSecond / r.Classic).Median(), rounds.Select(r => r.PerSecond).Median(),
            "durable transitions/s on PostgreSQL with 64 clients / raw ones over 8 connections", Goal.AtLeast(2, 4));
    }
}
