using System.Collections.Concurrent;
using System.Diagnostics;
using TitleWorkflow.Benchmarks.Measuring;
using TitleWorkflow.Benchmarks.Product;
using TitleWorkflow.Benchmarks.Transitions;
using TitleWorkflow.Domain.WorkItems;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Benchmarks.Serving;

/// <summary>
/// P4: tasks completed over HTTP by the form of their page, with session cookie, policy and antiforgery, by 64 connections, against
/// the bulk ceiling of the same round.
/// </summary>
internal sealed class ServedTasks : IBenchmark
{
    public IReadOnlyList<string> Names { get; } = ["P4"];

    public async Task RunAsync(Bench bench, CancellationToken ct)
    {
        var perRound = bench.Size(256, 1024);
        var database = new DatabaseOptions(DatabaseProvider.Sqlite, $"Data Source={Path.Combine(bench.Folder, "title.db")}");
        var tasks = new ConcurrentQueue<WorkItemId>(await PrepareAsync(bench, database, perRound * (bench.Rounds.Counted + 1)));
        await using var product = ServedProgram.Product(bench.Folder);
        using var officer = new Visitor();
        using var raw = new RawTransitions(bench.Folder);
        await product.WaitForAsync(officer.Http, "/sign-in", ct);
        await officer.SignInAsync(product.Address, "hr");
        var token = await officer.TokenAsync(new Uri(product.Address, "/inbox?view=available"));
        var rounds = await bench.Rounds.RunAsync(async () =>
        {
            var ceiling = raw.Measure(TimeSpan.FromSeconds(bench.Quick ? 0.3 : 1)).PerSecond;
            var left = perRound;
            var start = Stopwatch.GetTimestamp();
            await Task.WhenAll(Enumerable.Range(0, TaskLoad.Clients).Select(_ => Task.Run(async () =>
            {
                while (Interlocked.Decrement(ref left) >= 0 && tasks.TryDequeue(out var task))
                {
                    await officer.CompleteAsync(new Uri(product.Address, $"/work-items/{task}"), token);
                }
            })));
            return (Ceiling: ceiling, PerSecond: perRound / Stopwatch.GetElapsedTime(start).TotalSeconds);
        });
        bench.Board.Report(
            "P4", rounds.Select(r => r.PerSecond / r.Ceiling).Median(), rounds.Select(r => r.PerSecond).Median(),
            "tasks/s completed over HTTP with 64 connections / C", Goal.AtLeast(0.08, 0.15));
    }

    // Every applicant has handed in; the employer's officer has it all.
    private static async Task<IReadOnlyList<WorkItemId>> PrepareAsync(Bench bench, DatabaseOptions database, int cases)
    {
        await using var product = await BenchProduct.CreateAsync(database, bench.Folder, cases);
        await product.StartAsync(1, cases);
        var load = new TaskLoad(product);
        await load.CompleteAsync(await load.OpenAsync());
        return [.. (await load.OpenAsync()).Select(t => t.Id)];
    }
}
