using FsCheck;
using FsCheck.Fluent;
using TitleWorkflow.Domain.Assessments.Assigning;

namespace TitleWorkflow.Domain.Tests.Assessments.Assigning;

public sealed class OptimalAssignmentProperties
{
    private static readonly Gen<int> AnyCost =
        Gen.Frequency((1, Gen.Constant(AssignmentProblem.Conflict)), (4, Gen.Choose(0, 6)));

    private static readonly Arbitrary<AssignmentProblem> Tiny = Problems(3, 4, 2).ToArbitrary();

    private static readonly Arbitrary<AssignmentProblem> Small = Problems(12, 9, 4).ToArbitrary();

    [Fact]
    public void Nothing_is_cheaper_than_what_is_found() => Prop
        .ForAll(Tiny, p => OptimalAssignment.Solve(p).Objective == Cheapest(p, 0, new int[p.Experts]))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void The_prices_prove_every_solution() => Prop
        .ForAll(Small, p =>
        {
            var solution = OptimalAssignment.Solve(p);
            return solution.Flaw() is null && solution.LowerBound() == solution.Objective;
        })
        .QuickCheckThrowOnFailure();

    [Fact]
    public void A_conflict_is_never_assigned() => Prop
        .ForAll(Small, p => OptimalAssignment.Solve(p).Readers
            .Select((row, a) => row.All(e => p.Cost(a, e) != AssignmentProblem.Conflict)).All(x => x))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Nobody_reads_more_than_the_limit_and_nobody_twice() => Prop
        .ForAll(Small, p =>
        {
            var solution = OptimalAssignment.Solve(p);
            return solution.Loads().Select((load, e) => load <= p.Capacity(e)).All(x => x)
                && solution.Readers.All(r => r.Distinct().Count() == r.Count);
        })
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Of_one_organisation_at_most_one_reads_an_application() => Prop
        .ForAll(Small, p => OptimalAssignment.Solve(p).Readers
            .All(r => r.Select(e => p.Organisation(e)).Distinct().Count() == r.Count))
        .QuickCheckThrowOnFailure();

    private static Gen<AssignmentProblem> Problems(int applications, int experts, int readers) =>
        from m in Gen.Choose(0, applications)
        from n in Gen.Choose(1, experts)
        from k in Gen.Choose(1, readers)
        from costs in AnyCost.ArrayOf(m * n)
        from capacities in Gen.Choose(0, 4).ArrayOf(n)
        from limited in Gen.Elements(true, false)
        from organisations in Gen.Choose(0, n - 1).ArrayOf(n)
        select new AssignmentProblem(m, k, capacities, costs, limited ? organisations : null);

    // Every set of readers of every application, one after the other.
    private static long Cheapest(AssignmentProblem p, int application, int[] loads)
    {
        if (application == p.Applications)
        {
            return 0;
        }

        var best = long.MaxValue;
        for (var set = 0; set < 1 << p.Experts; set++)
        {
            int[] chosen = [.. Enumerable.Range(0, p.Experts).Where(e => (set >> e & 1) == 1)];
            if (chosen.Length > p.Readers
                || chosen.Any(e => p.Cost(application, e) == AssignmentProblem.Conflict || loads[e] == p.Capacity(e))
                || chosen.DistinctBy(e => p.Organisation(e)).Count() < chosen.Length)
            {
                continue;
            }

            var cost = chosen.Sum(e => (long)p.Cost(application, e)) + ((p.Readers - chosen.Length) * p.Overflow);
            int[] after = [.. loads.Select((load, e) => chosen.Contains(e) ? load + 1 : load)];
            best = Math.Min(best, cost + Cheapest(p, application + 1, after));
        }

        return best;
    }
}
