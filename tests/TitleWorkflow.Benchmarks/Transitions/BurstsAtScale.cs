using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Declarations;
using TitleWorkflow.Application.WorkItems;
using TitleWorkflow.Benchmarks.Crowds;
using TitleWorkflow.Benchmarks.Measuring;
using TitleWorkflow.Benchmarks.Product;
using TitleWorkflow.Domain.WorkItems;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Benchmarks.Transitions;

/// <summary>P8: what one task costs from the click to the next task, with one, a thousand and a hundred thousand instances stored.</summary>
internal sealed class BurstsAtScale : IBenchmark
{
    private static readonly Sender[] Offices = [Sender.Of("hr"), Sender.Of("town"), Sender.Of("district")];

    public IReadOnlyList<string> Names { get; } = ["P8"];

    public async Task RunAsync(Bench bench, CancellationToken ct)
    {
        int[] sizes = [1, 1_000, bench.Size(20_000, 100_000)];
        var cases = bench.Size(4, 8);
        var products = new List<BenchProduct>();
        foreach (var size in sizes)
        {
            var database = new DatabaseOptions(DatabaseProvider.Sqlite, $"Data Source={Path.Combine(bench.Folder, $"{size}.db")}");
            products.Add(await CrowdedProduct.CreateAsync(database, bench.Folder, size, cases * (bench.Rounds.Counted + 1)));
        }

        var next = 2;
        var rounds = await bench.Rounds.RunAsync(async () =>
        {
            var first = next;
            next += cases;
            var costs = new List<double>();
            foreach (var product in products)
            {
                var cost = await Cpu.OfAsync(async () =>
                {
                    for (var applicant = first; applicant < next; applicant++)
                    {
                        await RunAsync(product, Sender.Applicant(applicant));
                    }
                });
                costs.Add(cost.TotalMicroseconds / (cases * BenchFlow.Steps));
            }

            return costs;
        });
        for (var i = 1; i < sizes.Length; i++)
        {
            bench.Board.Report(
                "P8", rounds.Select(r => r[i] / r[0]).Median(), rounds.Select(r => r[i]).Median(),
                $"CPU us per task with {sizes[i]} stored instances / with 1", Goal.AtMost(1.2));
        }

        foreach (var product in products)
        {
            await product.DisposeAsync();
        }
    }

    private static async Task RunAsync(BenchProduct product, Sender applicant)
    {
        var declaration = (await product.SendAsync(applicant, new StartDeclaration.Command(BenchProduct.Plan))).Declaration;
        for (var step = 0; step < BenchFlow.Steps; step++)
        {
            var task = await product.ReadAsync(db => db.WorkItems
                .Where(w => w.Declaration == declaration && w.Status == WorkItemStatus.Open).Select(w => w.Id).SingleAsync());
            await product.SendAsync(step % 4 == 0 ? applicant : Offices[(step % 4) - 1], new CompleteWorkItem.Command(task, "Pass"));
        }
    }
}
