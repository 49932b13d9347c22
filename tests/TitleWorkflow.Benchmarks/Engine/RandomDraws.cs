using System.Globalization;
using TitleWorkflow.Benchmarks.Measuring;
using TitleWorkflow.Domain.Experts;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Benchmarks.Engine;

/// <summary>P16: one draw of 15 out of 3,000 experts, from the inputs to the result; the pool is frozen once for all.</summary>
internal sealed class RandomDraws : IBenchmark
{
    private const int Experts = 3_000;

    public IReadOnlyList<string> Names { get; } = ["P16"];

    public async Task RunAsync(Bench bench, CancellationToken ct)
    {
        var pool = new DrawPool(
            Enumerable.Range(0, Experts).Select(i => new DrawCandidate(
                PersonId.New(), i % 3 == 0, i % 10 != 0, string.Create(CultureInfo.InvariantCulture, $"employer {i % 600}"))),
            []);
        var policy = new DrawPolicy(11, 4, 30, 10, 2, ["lottery", "supervisor"]);
        var (poolHash, policyHash) = (pool.Hash(), policy.Hash());
        var draws = bench.Size(2_000, 20_000);
        var costs = await bench.Rounds.RunAsync(async () => (await Cpu.OfAsync(() =>
        {
            for (var i = 0; i < draws; i++)
            {
                var number = i.ToString(CultureInfo.InvariantCulture);
                var seed = DrawAlgorithm.Seed(
                    [new("lottery", "8 2 6"), new("supervisor", number)], poolHash, policyHash, Guid.Empty, 1, null);
                DrawAlgorithm.Draw(pool, policy, seed);
            }

            return Task.CompletedTask;
        })).TotalMicroseconds / draws);
        var median = costs.Median();
        bench.Board.Report("P16", median, median, "CPU us to draw 15 of 3,000", Goal.AtMost(150, 50));
    }
}
