namespace TitleWorkflow.Domain.Assessments.Assigning;

/// <summary>
/// The cheapest assignment of experts to applications: a flow of least cost by successive shortest paths with potentials.
/// Every place is filled along the path of least reduced cost from its application to an expert with a place left, or to the
/// overflow expert, who has places without end at a cost dearer than any detour.
/// </summary>
/// <remarks>
/// An organisation's limit is a gate between application and organisation that lets one reader through. Gates need no
/// potentials of their own: what a taken gate is worth follows from the reader behind it.
/// </remarks>
public sealed partial class OptimalAssignment
{
    private const long Far = long.MaxValue;
    private const int None = -1;

    private readonly AssignmentProblem problem;
    private readonly int experts;
    private readonly long[] applicationPrice;
    private readonly long[] expertPrice;
    private readonly int[] missing;

    // reader[a * experts + g] is the expert of organisation g who reads a, or None.
    private readonly int[] reader;
    private readonly int[] load;
    private readonly int[][] reads;
    private readonly int[][] colleagues;

    // Of one search: distance, the application an expert was reached by, the expert an application was reached by.
    private readonly long[] expertDistance;
    private readonly long[] applicationDistance;
    private readonly int[] expertBy;
    private readonly int[] applicationBy;
    private readonly bool[] scanned;
    private readonly List<int> seen = [];
    private readonly List<int> closed = [];
    private readonly PriorityQueue<int, (long Distance, int Application)> heap = new();
    private long nearest;
    private int end;
    private int last;

    private OptimalAssignment(AssignmentProblem problem)
    {
        this.problem = problem;
        experts = problem.Experts;
        applicationPrice = new long[problem.Applications];
        expertPrice = new long[experts];
        missing = new int[problem.Applications];
        reader = new int[problem.Applications * experts];
        Array.Fill(reader, None);
        load = new int[experts];
        reads = [.. problem.Capacities.Select(c => new int[Math.Min(c, problem.Applications)])];
        var byOrganisation = Enumerable.Range(0, experts).ToLookup(e => problem.Organisations[e]);
        colleagues = [.. problem.Organisations.Select((o, e) => byOrganisation[o].Where(c => c != e).ToArray())];
        expertDistance = new long[experts];
        applicationDistance = new long[problem.Applications];
        Array.Fill(applicationDistance, Far);
        expertBy = new int[experts];
        applicationBy = new int[problem.Applications];
        scanned = new bool[experts];
    }

    /// <summary>Solves the problem and proves the solution.</summary>
    /// <param name="problem">What is asked.</param>
    /// <param name="progress">Told how many applications have their readers, after each.</param>
    /// <param name="cancellation">Stops between two places.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    /// <exception cref="InvalidOperationException">The solution does not prove itself: a fault of the program.</exception>
    public static AssignmentSolution Solve(
        AssignmentProblem problem, IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        var run = new OptimalAssignment(problem);
        for (var a = 0; a < problem.Applications; a++)
        {
            for (var place = 0; place < problem.Readers; place++)
            {
                cancellation.ThrowIfCancellationRequested();
                run.Fill(a);
            }

            progress?.Report(a + 1);
        }

        var solution = run.Solution();
        return solution.Flaw() is { } flaw ? throw new InvalidOperationException(flaw) : solution;
    }

    private void Fill(int application)
    {
        Search(application);
        Reprice();
        Augment(application);
    }

    private void Search(int application)
    {
        Array.Fill(expertDistance, Far);
        Array.Clear(scanned);
        closed.Clear();
        seen.Clear();
        heap.Clear();
        (nearest, end, last) = (Far, None, None);
        Reach(application, 0, None);
        while (true)
        {
            var expert = NearestFull();
            var byExpert = expert == None ? Far : expertDistance[expert];
            var byApplication = heap.TryPeek(out _, out var next) ? next.Distance : Far;
            if (Math.Min(byExpert, byApplication) >= nearest)
            {
                return;
            }

            if (byApplication <= byExpert)
            {
                var popped = heap.Dequeue();
                if (next.Distance == applicationDistance[popped])
                {
                    ScanApplication(popped, next.Distance);
                }
            }
            else
            {
                ScanExpert(expert, byExpert);
            }
        }
    }

    private int NearestFull()
    {
        var best = None;
        var distance = nearest;
        for (var e = 0; e < experts; e++)
        {
            if (!scanned[e] && expertDistance[e] < distance)
            {
                (best, distance) = (e, expertDistance[e]);
            }
        }

        return best;
    }

    private void ScanApplication(int application, long distance)
    {
        var price = applicationPrice[application];
        var row = application * experts;
        Offer(distance + problem.Overflow - price, None, application);
        for (var e = 0; e < experts; e++)
        {
            var cost = problem.Costs[row + e];
            if (cost != AssignmentProblem.Conflict && reader[row + problem.Organisations[e]] == None)
            {
                Offer(distance + cost + expertPrice[e] - price, e, application);
            }
        }
    }

    // A full expert could give up any application: to a colleague through the same gate, or back to the application.
    private void ScanExpert(int expert, long distance)
    {
        scanned[expert] = true;
        closed.Add(expert);
        for (var i = 0; i < load[expert]; i++)
        {
            var application = reads[expert][i];
            var row = application * experts;
            var kept = problem.Costs[row + expert] + expertPrice[expert];
            Reach(application, distance + applicationPrice[application] - kept, expert);
            foreach (var colleague in colleagues[expert])
            {
                var cost = problem.Costs[row + colleague];
                if (cost != AssignmentProblem.Conflict && !scanned[colleague])
                {
                    Offer(distance + cost + expertPrice[colleague] - kept, colleague, application, expert);
                }
            }
        }
    }

    private void Reach(int application, long distance, int by)
    {
        if (distance >= nearest || distance >= applicationDistance[application])
        {
            return;
        }

        if (applicationDistance[application] == Far)
        {
            seen.Add(application);
        }

        applicationDistance[application] = distance;
        applicationBy[application] = by;
        heap.Enqueue(application, (distance, application));
    }

    // via: the colleague through whose gate the expert is reached; None from the application itself.
    private void Offer(long distance, int expert, int application, int via = None)
    {
        if (distance >= nearest || (expert != None && distance >= expertDistance[expert]))
        {
            return;
        }

        if (expert != None)
        {
            expertDistance[expert] = distance;
            expertBy[expert] = (via * problem.Applications) + application;
        }

        if (expert == None || load[expert] < problem.Capacities[expert])
        {
            (nearest, end, last) = (distance, expert, application);
        }
    }

    private void Reprice()
    {
        foreach (var application in seen)
        {
            applicationPrice[application] += Math.Max(0, nearest - applicationDistance[application]);
        }

        foreach (var expert in closed)
        {
            expertPrice[expert] += nearest - expertDistance[expert];
        }
    }

    private AssignmentSolution Solution()
    {
        var rows = Enumerable.Range(0, problem.Applications).Select(_ => new List<int>()).ToArray();
        for (var e = 0; e < experts; e++)
        {
            for (var i = 0; i < load[e]; i++)
            {
                rows[reads[e][i]].Add(e);
            }
        }

        return new AssignmentSolution(problem, rows, missing, applicationPrice, expertPrice);
    }
}
