namespace TitleWorkflow.Domain.Assessments.Assigning;

/// <summary>Who reads what, and the prices that prove no assignment is cheaper.</summary>
public sealed class AssignmentSolution
{
    internal AssignmentSolution(
        AssignmentProblem problem, IReadOnlyList<int>[] readers, int[] missing, long[] applicationPrices, long[] expertPrices)
    {
        Problem = problem;
        Readers = readers;
        Missing = missing;
        ApplicationPrices = applicationPrices;
        ExpertPrices = expertPrices;
        Objective = readers.Select((row, a) => row.Sum(e => (long)problem.Cost(a, e)) + (missing[a] * problem.Overflow)).Sum();
    }

    /// <summary>The problem solved.</summary>
    public AssignmentProblem Problem { get; }

    /// <summary>Experts of each application, in ascending order.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Readers { get; }

    /// <summary>Places of each application nobody could fill: those of the overflow expert.</summary>
    public IReadOnlyList<int> Missing { get; }

    /// <summary>Cost of all places, those nobody fills at <see cref="AssignmentProblem.Overflow"/> each.</summary>
    public long Objective { get; }

    /// <summary>What one more reader of each application would cost; the potentials of the search.</summary>
    public IReadOnlyList<long> ApplicationPrices { get; }

    /// <summary>What one more place of each expert would save; 0 where there is a place left.</summary>
    public IReadOnlyList<long> ExpertPrices { get; }

    /// <summary>Applications of each expert.</summary>
    public IReadOnlyList<int> Loads()
    {
        var loads = new int[Problem.Experts];
        foreach (var expert in Readers.SelectMany(r => r))
        {
            loads[expert]++;
        }

        return loads;
    }

    /// <summary>
    /// A bound below every assignment's cost, from the prices alone: for any prices of experts from 0 and of applications up
    /// to the overflow's cost, no assignment costs less. It trusts nothing the search did.
    /// </summary>
    public long LowerBound()
    {
        var problem = Problem;
        var bound = 0L;
        var gain = new long[problem.Experts];
        for (var a = 0; a < problem.Applications; a++)
        {
            bound += problem.Readers * ApplicationPrices[a];
            Array.Clear(gain);
            for (var e = 0; e < problem.Experts; e++)
            {
                var cost = problem.Cost(a, e);
                if (cost == AssignmentProblem.Conflict)
                {
                    continue;
                }

                // Of one organisation at most one reads: it can gain no more than its best expert does.
                var organisation = problem.Organisations[e];
                gain[organisation] = Math.Max(gain[organisation], ApplicationPrices[a] - cost - ExpertPrices[e]);
            }

            bound -= gain.Sum();
        }

        return bound - ExpertPrices.Select((price, e) => price * problem.Capacities[e]).Sum();
    }

    /// <summary>Says what is wrong with the solution; null if it is lawful and proven the cheapest there is.</summary>
    public string? Flaw()
    {
        for (var a = 0; a < Problem.Applications; a++)
        {
            var row = Readers[a];
            if (row.Count + Missing[a] != Problem.Readers || Missing[a] < 0)
            {
                return "An application has too few or too many readers.";
            }

            if (row.Any(e => Problem.Cost(a, e) == AssignmentProblem.Conflict))
            {
                return "An expert reads in spite of a conflict.";
            }

            if (row.Select(e => Problem.Organisations[e]).Distinct().Count() != row.Count)
            {
                return "Two readers of an application come from one organisation.";
            }
        }

        if (Loads().Where((load, e) => load > Problem.Capacities[e]).Any())
        {
            return "An expert reads more than the limit.";
        }

        return ExpertPrices.Any(p => p < 0) || ApplicationPrices.Any(p => p > Problem.Overflow) || LowerBound() != Objective
            ? "The prices do not prove that nothing is cheaper."
            : null;
    }
}
