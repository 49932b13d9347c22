namespace TitleWorkflow.Domain.Assessments.Assigning;

/// <summary>
/// Who may read what, at which cost, as flat arrays. Applications and experts are numbered from 0 in the order that breaks
/// ties; see <see cref="TieOrder"/>.
/// </summary>
public sealed class AssignmentProblem
{
    /// <summary>In place of a cost: the expert may not read the application.</summary>
    public const int Conflict = -1;

    /// <summary>A problem without limits per organisation.</summary>
    /// <param name="applications">How many applications, at least 0.</param>
    /// <param name="readers">Different experts each application needs, at least 1.</param>
    /// <param name="capacities">Most applications of each expert, at least 0.</param>
    /// <param name="costs">Row by application, column by expert: whole costs from 0, or <see cref="Conflict"/>.</param>
    /// <param name="organisations">
    /// Organisation of each expert, numbered from 0: at most one expert of an organisation reads an application. Null where
    /// that is not asked.
    /// </param>
    /// <exception cref="ArgumentException">The arrays do not fit together, or a number is out of its range.</exception>
    public AssignmentProblem(int applications, int readers, int[] capacities, int[] costs, int[]? organisations = null)
    {
        var experts = capacities.Length;
        if (applications < 0 || readers < 1 || costs.Length != (long)applications * experts
            || capacities.Any(c => c < 0) || costs.Any(c => c < Conflict)
            || (organisations is not null && (organisations.Length != experts || organisations.Any(o => o < 0 || o >= experts))))
        {
            throw new ArgumentException("The arrays of the problem do not fit together.");
        }

        Applications = applications;
        Readers = readers;
        Capacities = capacities;
        Costs = costs;
        Organisations = organisations ?? [.. Enumerable.Range(0, experts)];

        // Dearer than any detour: no place stays empty to make others cheaper.
        Overflow = (costs.DefaultIfEmpty(0).Max() + 1L) * (((long)applications * readers) + 1);
    }

    /// <summary>Number of applications.</summary>
    public int Applications { get; }

    /// <summary>Number of experts.</summary>
    public int Experts => Capacities.Length;

    /// <summary>Different experts each application needs.</summary>
    public int Readers { get; }

    /// <summary>What a place costs that nobody fills.</summary>
    public long Overflow { get; }

    /// <summary>Most applications of each expert.</summary>
    internal int[] Capacities { get; }

    /// <summary>Row by application, column by expert.</summary>
    internal int[] Costs { get; }

    /// <summary>Organisation of each expert; everyone their own where organisations do not matter.</summary>
    internal int[] Organisations { get; }

    /// <summary>The cost of an expert reading an application, or <see cref="Conflict"/>.</summary>
    public int Cost(int application, int expert) => Costs[(application * Experts) + expert];

    /// <summary>Most applications of an expert.</summary>
    public int Capacity(int expert) => Capacities[expert];

    /// <summary>The expert's organisation; a number of its own where organisations do not matter.</summary>
    public int Organisation(int expert) => Organisations[expert];
}
