using TitleWorkflow.Benchmarks.Measuring;
using TitleWorkflow.Domain.Assessments.Assigning;

namespace TitleWorkflow.Benchmarks.Assigning;

/// <summary>
/// P8a: five experts for each of very many applications, with places to spare and with hardly any: processor time, the
/// bound the prices prove against what was found, and what taking the cheapest expert one by one would lose.
/// </summary>
internal sealed class ExpertAssignment : IBenchmark
{
    private const int Readers = 5;

    public IReadOnlyList<string> Names { get; } = ["P8a"];

    public async Task RunAsync(Bench bench, CancellationToken ct)
    {
        (int Applications, int Experts)[] sizes = bench.Quick ? [(200, 40)] : [(1_000, 200), (3_000, 600)];
        foreach (var (applications, experts) in sizes)
        {
            await MeasureAsync(bench, applications, experts, spare: 1.4, "loose");
            await MeasureAsync(bench, applications, experts, spare: 1.0, "tight");
        }
    }

    private static async Task MeasureAsync(Bench bench, int applications, int experts, double spare, string name)
    {
        var problem = Problem(applications, experts, spare);
        AssignmentSolution? solution = null;
        var seconds = (await bench.Rounds.RunAsync(async () =>
            (await Cpu.OfAsync(() => Task.Run(() => solution = OptimalAssignment.Solve(problem)))).TotalSeconds)).Median();
        var size = $"{applications} x {experts} x {Readers}, {name}";
        bench.Board.Report("P8a", seconds, seconds, $"CPU s for {size}", Goal.AtMost(5));
        bench.Board.Report(
            "P8a", (double)solution!.LowerBound() / solution.Objective, solution.Objective,
            $"cost of {size}; {solution.Missing.Sum()} places empty; ratio of the proven bound to it", Goal.AtLeast(1));
        var (greedy, empty) = Greedy(problem);
        var found = solution.Objective - (solution.Missing.Sum() * problem.Overflow);
        bench.Board.Report("P8a", (double)greedy / found, greedy, $"cost of {size} by taking the cheapest; {empty} places empty");
    }

    // Experts have tastes and so do applications; one pair in twenty has a conflict.
    private static AssignmentProblem Problem(int applications, int experts, double spare)
    {
        var random = new Random(20221206);
        var costs = new int[applications * experts];
        var tastes = Enumerable.Range(0, experts).Select(_ => random.Next(8)).ToArray();
        for (var a = 0; a < applications; a++)
        {
            var topic = random.Next(8);
            for (var e = 0; e < experts; e++)
            {
                costs[(a * experts) + e] = random.Next(20) == 0
                    ? AssignmentProblem.Conflict
                    : (topic == tastes[e] ? 0 : 500) + random.Next(501);
            }
        }

        var capacity = (int)Math.Ceiling(applications * Readers * spare / experts);
        return new AssignmentProblem(applications, Readers, [.. Enumerable.Repeat(capacity, experts)], costs);
    }

    private static (long Cost, int Empty) Greedy(AssignmentProblem problem)
    {
        var places = Enumerable.Range(0, problem.Experts).Select(problem.Capacity).ToArray();
        var (cost, empty) = (0L, 0);
        for (var a = 0; a < problem.Applications; a++)
        {
            var chosen = Enumerable.Range(0, problem.Experts)
                .Where(e => places[e] > 0 && problem.Cost(a, e) != AssignmentProblem.Conflict)
                .OrderBy(e => problem.Cost(a, e)).Take(Readers).ToList();
            cost += chosen.Sum(e => (long)problem.Cost(a, e));
            empty += Readers - chosen.Count;
            chosen.ForEach(e => places[e]--);
        }

        return (cost, empty);
    }
}
