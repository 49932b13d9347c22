using TitleWorkflow.Benchmarks.Crowds;
using TitleWorkflow.Benchmarks.Measuring;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Benchmarks.Serving;

/// <summary>
/// P12, P13, P14, P15: the inbox page of the running product in ordinary operation against an empty template in the same minute:
/// processor time against its bare JSON endpoint, what a cold start costs, and memory after load.
/// </summary>
internal sealed class ServedPages : IBenchmark
{
    private const string Inbox = "/inbox?view=mine";
    private const int Connections = 16;

    public IReadOnlyList<string> Names { get; } = ["P12", "P13", "P14", "P15"];

    public async Task RunAsync(Bench bench, CancellationToken ct)
    {
        var database = new DatabaseOptions(DatabaseProvider.Sqlite, $"Data Source={Path.Combine(bench.Folder, "title.db")}");
        await using (await CrowdedProduct.CreateAsync(database, bench.Folder, bench.Size(5_000, 20_000)))
        {
        }

        using var officer = new Visitor();
        using var stranger = new Visitor();
        await using (var first = ServedProgram.Product(bench.Folder))
        {
            await first.WaitForAsync(stranger.Http, "/sign-in", ct);
            await officer.SignInAsync(first.Address, "town");
        }

        await ColdStartAsync(bench, officer, stranger, ct);
        await PagesAsync(bench, officer, stranger, ct);
    }

    private static async Task ColdStartAsync(Bench bench, Visitor officer, Visitor stranger, CancellationToken ct)
    {
        var rounds = await bench.Rounds.RunAsync(async () => (
            Product: await FirstPageAsync(ServedProgram.Product(bench.Folder), officer, Inbox, ct),
            Template: await FirstPageAsync(ServedProgram.Template(bench.Folder), stranger, "/", ct)));
        bench.Board.Report(
            "P14", rounds.Select(r => r.Product / r.Template).Median(), rounds.Select(r => r.Product).Median(),
            "CPU s from the start to the first inbox page / to the template's page", Goal.AtMost(1.5, 1.2));
    }

    private static async Task<double> FirstPageAsync(ServedProgram program, Visitor visitor, string path, CancellationToken ct)
    {
        await using (program)
        {
            await program.WaitForAsync(visitor.Http, path, ct);
            return program.Cpu.TotalSeconds;
        }
    }

    private static async Task PagesAsync(Bench bench, Visitor officer, Visitor stranger, CancellationToken ct)
    {
        await using var product = ServedProgram.Product(bench.Folder);
        await using var template = ServedProgram.Template(bench.Folder);
        var (inbox, json, plain) = (new Uri(product.Address, Inbox), new Uri(template.Address, "/json"), new Uri(template.Address, "/"));
        await product.WaitForAsync(officer.Http, Inbox, ct);
        await template.WaitForAsync(stranger.Http, "/", ct);
        var size = (await officer.Http.GetByteArrayAsync(inbox, ct)).Length;
        var rounds = await bench.Rounds.RunAsync(async () =>
        {
            var times = bench.Size(600, 2_000);
            IReadOnlyList<double> waits = [];
            var bare = await CostAsync(template, 4 * times, n => stranger.ReadAsync(json, n, Connections));
            var page = await CostAsync(product, times, async n => waits = await officer.ReadAsync(inbox, n, Connections));
            return (Base: bare, Page: page, Tail: waits.Percentile(0.99) / waits.Median(), P99: waits.Percentile(0.99));
        }, bench.Size(1, 4));
        bench.Board.Report("J", 1, rounds.Select(r => r.Base).Median(), "CPU us of the template's JSON endpoint");
        bench.Board.Report(
            "P12", rounds.Select(r => r.Page / r.Base).Median(), rounds.Select(r => r.Page).Median(),
            "CPU us of the inbox page with 25 rows / J", Goal.AtMost(20, 15));
        bench.Board.Report("P12bytes", size, size, "bytes of that page before compression", Goal.AtMost(11_000));
        bench.Board.Report(
            "P13", rounds.Select(r => r.Tail).Median(), rounds.Select(r => r.P99).Median(),
            "ms of that page at the 99th percentile / at the 50th, 16 connections", Goal.AtMost(5, 4));
        await MemoryAsync(bench, product, () => officer.ReadAsync(inbox, 200, Connections), template, () => stranger.ReadAsync(plain, 400, Connections));
    }

    private static async Task<double> CostAsync(ServedProgram program, int times, Func<int, Task> read)
    {
        var before = program.Cpu;
        await read(times);
        return (program.Cpu - before).TotalMicroseconds / times;
    }

    private static async Task MemoryAsync(
        Bench bench, ServedProgram product, Func<Task> loadProduct, ServedProgram template, Func<Task> loadTemplate)
    {
        var end = DateTime.UtcNow.AddSeconds(bench.Size(8, 60));
        while (DateTime.UtcNow < end)
        {
            await Task.WhenAll(loadProduct(), loadTemplate());
        }

        bench.Board.Report(
            "P15", product.Memory / template.Memory, product.Memory,
            "MB of memory of its own after load / the template's", Goal.AtMost(1.5, 1.2));
    }
}
