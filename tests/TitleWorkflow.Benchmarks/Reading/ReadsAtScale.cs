using System.Diagnostics;
using TitleWorkflow.Application.Instances;
using TitleWorkflow.Application.WorkItems;
using TitleWorkflow.Benchmarks.Crowds;
using TitleWorkflow.Benchmarks.Measuring;
using TitleWorkflow.Benchmarks.Product;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Benchmarks.Reading;

/// <summary>
/// P5, P6, P7: the first inbox page of 25, the status of a case by its number, and the counts of the dashboard, with very many
/// cases against few, on SQLite. An officer's share grows with the whole: what is flat is flat because nothing more is touched.
/// </summary>
internal sealed class ReadsAtScale : IBenchmark
{
    private const int Few = 10_000;

    private static readonly Sender Operator = Sender.Of("admin");

    private readonly Random random = new(1);

    public IReadOnlyList<string> Names { get; } = ["P5", "P6", "P7"];

    public async Task RunAsync(Bench bench, CancellationToken ct)
    {
        var many = bench.Size(50_000, 1_000_000);
        await using var small = await CreateAsync(bench, Few);
        await using var large = await CreateAsync(bench, many);
        var times = bench.Size(100, 400);
        var rounds = await bench.Rounds.RunAsync(async () => (
            Inbox: await CompareAsync(small, large, times, (product, i, _) => product.SendAsync(
                CrowdedProduct.Officer, new ListInbox.Query(i % 2 == 0 ? ListInbox.View.Mine : ListInbox.View.Available), ct), many),
            Status: await CompareAsync(small, large, times, (product, _, cases) => product.SendAsync(
                Operator, new ListInstances.Query(Number: Crowd.Number(random.Next(cases) + 1)), ct), many),
            Counts: await CompareAsync(small, large, times, (product, _, _) => product.SendAsync(
                CrowdedProduct.Officer, new CountBadges.Query(), ct), many)));

        Report("P5", rounds.Select(r => r.Inbox), 0.5, "inbox", Goal.AtMost(1.25, 1.1));
        Report("P5p95", rounds.Select(r => r.Inbox), 0.95, "inbox", Goal.AtMost(1.5, 1.3));
        Report("P6", rounds.Select(r => r.Status), 0.95, "status by number", Goal.AtMost(1.6, 1.3));
        Report("P7", rounds.Select(r => r.Counts), 0.95, "counts", Goal.AtMost(1.1, 1.05));

        void Report(string name, IEnumerable<Pair> pairs, double share, string what, Goal goal) => bench.Board.Report(
            name,
            pairs.Select(p => p.Large.Percentile(share) / p.Small.Percentile(share)).Median(),
            pairs.Select(p => p.Large.Percentile(share)).Median(),
            $"us, {what}, {100 * share:0}th percentile, {many} cases / {Few}", goal);
    }

    private static Task<BenchProduct> CreateAsync(Bench bench, int cases)
    {
        var file = new DatabaseOptions(DatabaseProvider.Sqlite, $"Data Source={Path.Combine(bench.Folder, $"{cases}.db")}");
        return CrowdedProduct.CreateAsync(file, bench.Folder, cases);
    }

    // One after the other in turns, so that both see the same moments of a noisy machine.
    private static async Task<Pair> CompareAsync<T>(
        BenchProduct small, BenchProduct large, int times, Func<BenchProduct, int, int, Task<T>> ask, int many)
    {
        var pair = new Pair(new double[times], new double[times]);
        for (var i = 0; i < times; i++)
        {
            pair.Small[i] = await TimeAsync(() => ask(small, i, Few));
            pair.Large[i] = await TimeAsync(() => ask(large, i, many));
        }

        return pair;
    }

    private static async Task<double> TimeAsync(Func<Task> ask)
    {
        var start = Stopwatch.GetTimestamp();
        await ask();
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds;
    }

    private sealed record Pair(double[] Small, double[] Large);
}
