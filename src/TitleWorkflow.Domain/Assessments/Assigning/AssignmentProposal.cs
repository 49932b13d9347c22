using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.Assessments.Assigning;

/// <summary>An application that waits for readers.</summary>
/// <param name="Declaration">The application.</param>
/// <param name="Specialty">Its specialty.</param>
/// <param name="Excluded">Who may not read it: its applicant, who has left it, and whoever works at its employer or did lately.</param>
public sealed record AssignableCase(DeclarationId Declaration, string Specialty, IReadOnlySet<PersonId> Excluded)
{
    /// <summary>Fields of work it names; readers who share them are preferred among those of the same specialty.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>Which of its keywords the expert's meet, in its order.</summary>
    public IReadOnlyList<string> MetBy(AssignableExpert expert) =>
        [.. Keywords.Where(k => expert.Keywords.Any(e => Declarations.Keywords.Meet(k, e)))];

    /// <summary>Refuses readers who are excluded.</summary>
    /// <exception cref="RuleBrokenException">One of them is.</exception>
    public void RequireNoConflict(IEnumerable<PersonId> readers) =>
        AssignmentRules.NoConflict.Require(!readers.Any(Excluded.Contains));
}

/// <summary>A member of the committee who may read.</summary>
/// <param name="Person">Who.</param>
/// <param name="Organisation">Where the member works; null if not known, which is an organisation of its own.</param>
/// <param name="Specialty">The member's specialty; null if not known.</param>
/// <param name="Reading">Applications the member is reading already.</param>
public sealed record AssignableExpert(PersonId Person, OrganisationId? Organisation, string? Specialty, int Reading)
{
    /// <summary>The member's fields of work.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];
}

/// <summary>What an assignment goes by.</summary>
/// <param name="Readers">Experts each application needs.</param>
/// <param name="MostEach">Most applications of an expert, those read already included; null for an even share and one more.</param>
/// <param name="OnePerOrganisation">Whether at most one expert of an organisation reads an application.</param>
/// <param name="Seed">The published seed that breaks ties.</param>
public sealed record AssignmentPolicy(int Readers, int? MostEach, bool OnePerOrganisation, string Seed);

/// <summary>Why an application gets fewer readers than it needs.</summary>
public enum AssignmentShortage
{
    /// <summary>Too few experts without a conflict.</summary>
    Conflicts,

    /// <summary>Enough experts, but of too few organisations.</summary>
    Organisations,

    /// <summary>Enough experts, but they have all they may read.</summary>
    Capacity,
}

/// <summary>Readers proposed for one application.</summary>
/// <param name="Declaration">The application.</param>
/// <param name="Readers">Who is to read it.</param>
/// <param name="Shortage">Why there are fewer than needed; null if there are enough.</param>
public sealed record ProposedReaders(
    DeclarationId Declaration, IReadOnlyList<PersonId> Readers, AssignmentShortage? Shortage)
{
    /// <summary>Refuses readers other than proposed without a reason.</summary>
    /// <exception cref="RuleBrokenException">They differ and no reason is given.</exception>
    public void RequireReason(IEnumerable<PersonId> readers, string? reason) =>
        AssignmentRules.ChangeReasoned.Require(Readers.ToHashSet().SetEquals(readers) || !string.IsNullOrWhiteSpace(reason));
}

/// <summary>
/// The assignment of least cost to a set of applications, the same for the same inputs and seed on any machine: every place
/// that can be filled is, specialties match as far as they can and keywords after them, nobody reads more than the limit, no
/// conflict is assigned.
/// </summary>
/// <param name="Cases">In the order they were given.</param>
/// <param name="Loads">Applications each expert would read, those read already included.</param>
/// <param name="MostEach">The limit that was applied.</param>
/// <param name="Cost">What it costs.</param>
/// <param name="Bound">What no assignment can cost less than; equal to the cost, which proves it.</param>
public sealed record AssignmentProposal(
    IReadOnlyList<ProposedReaders> Cases,
    IReadOnlyDictionary<PersonId, int> Loads,
    int MostEach,
    long Cost,
    long Bound)
{
    /// <summary>Works a proposal out.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static AssignmentProposal Of(
        IReadOnlyList<AssignableCase> cases,
        IReadOnlyList<AssignableExpert> experts,
        AssignmentPolicy policy,
        IProgress<int>? progress = null,
        CancellationToken cancellation = default)
    {
        var most = policy.MostEach ?? EvenShare(cases.Count, experts, policy.Readers);
        var rows = TieOrder.Of(policy.Seed, cases, c => c.Declaration.Value);
        var columns = TieOrder.Of(policy.Seed, experts, e => e.Person.Value);
        var problem = new AssignmentProblem(
            rows.Count,
            policy.Readers,
            [.. columns.Select(e => Math.Max(0, most - e.Reading))],
            Costs(rows, columns, policy.Readers),
            policy.OnePerOrganisation ? Organisations(columns) : null);
        var solution = OptimalAssignment.Solve(problem, progress, cancellation);
        var readers = rows.Select((c, a) => (c.Declaration, Row: solution.Readers[a].ToArray()))
            .ToDictionary(r => r.Declaration, r => r.Row);
        var loads = solution.Loads();
        return new AssignmentProposal(
            [.. cases.Select(c => new ProposedReaders(
                c.Declaration,
                [.. readers[c.Declaration].Select(e => columns[e].Person)],
                readers[c.Declaration].Length < policy.Readers ? Why(c, experts, policy) : null))],
            columns.Select((e, i) => (e.Person, Load: e.Reading + loads[i])).ToDictionary(l => l.Person, l => l.Load),
            most,
            solution.Objective,
            solution.LowerBound());
    }

    private static int EvenShare(int cases, IReadOnlyList<AssignableExpert> experts, int readers) => experts.Count == 0
        ? 0
        : (((cases * readers) + experts.Sum(e => e.Reading) + experts.Count - 1) / experts.Count) + 1;

    // A keyword nobody shares costs 1; another specialty more than all keywords there are, so that it is asked first.
    private static int[] Costs(IReadOnlyList<AssignableCase> cases, IReadOnlyList<AssignableExpert> experts, int readers)
    {
        var otherSpecialty = (readers * cases.Sum(c => c.Keywords.Count)) + 1;
        var sharedBy = cases.SelectMany(c => c.Keywords).Distinct().ToDictionary(
            k => k, k => experts.Where(e => e.Keywords.Any(w => Keywords.Meet(k, w))).Select(e => e.Person).ToHashSet());
        return
        [
            .. cases.SelectMany(c => experts.Select(e =>
                c.Excluded.Contains(e.Person)
                    ? AssignmentProblem.Conflict
                    : c.Keywords.Count(k => !sharedBy[k].Contains(e.Person)) + (e.Specialty == c.Specialty ? 0 : otherSpecialty))),
        ];
    }

    private static int[] Organisations(IReadOnlyList<AssignableExpert> experts)
    {
        var numbers = experts.Index().GroupBy(e => e.Item.Organisation?.Value ?? e.Item.Person.Value)
            .SelectMany(g => g.Select(e => (e.Index, Number: g.First().Index))).ToDictionary(e => e.Index, e => e.Number);
        return [.. experts.Select((_, i) => numbers[i])];
    }

    private static AssignmentShortage Why(
        AssignableCase application, IReadOnlyList<AssignableExpert> experts, AssignmentPolicy policy)
    {
        var fit = experts.Where(e => !application.Excluded.Contains(e.Person)).ToList();
        return fit.Count < policy.Readers ? AssignmentShortage.Conflicts
            : policy.OnePerOrganisation
                && fit.Select(e => e.Organisation?.Value ?? e.Person.Value).Distinct().Count() < policy.Readers
                ? AssignmentShortage.Organisations
                : AssignmentShortage.Capacity;
    }
}
