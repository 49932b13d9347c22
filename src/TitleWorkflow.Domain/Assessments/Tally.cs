namespace TitleWorkflow.Domain.Assessments;

/// <summary>What a member may choose.</summary>
public enum BallotChoice
{
    /// <summary>Yes (同意).</summary>
    Yes = 1,

    /// <summary>No (不同意).</summary>
    No = 2,

    /// <summary>Abstain (弃权); counts against.</summary>
    Abstain = 3,
}

/// <summary>The count of one ballot; all four parts add up to those present.</summary>
/// <param name="Yes">Yes votes Y.</param>
/// <param name="No">No votes.</param>
/// <param name="Abstain">Abstentions.</param>
/// <param name="Invalid">Members present who cast no valid ballot.</param>
public sealed record Tally(int Yes, int No, int Abstain, int Invalid)
{
    /// <summary>Members present and able to vote, P.</summary>
    public int Present => Yes + No + Abstain + Invalid;

    /// <summary>Pass: <c>3·Y ≥ 2·P</c>; equality passes (Interim Provisions on Title Review, art. 20).</summary>
    public bool Passes => 3 * Yes >= 2 * Present;

    /// <summary>Quorum: <c>3·P ≥ 2·N</c>; equality suffices (Interim Provisions on Title Review).</summary>
    public static bool IsQuorum(int present, int size) => 3 * present >= 2 * size;

    /// <summary>Fewest members that make a quorum of <paramref name="size"/>.</summary>
    public static int QuorumOf(int size) => ((2 * size) + 2) / 3;

    /// <summary>Fewest yes votes that pass with <paramref name="present"/> voting.</summary>
    public static int YesNeeded(int present) => ((2 * present) + 2) / 3;

    /// <summary>
    /// Counts opened ballots; whoever was present and cast none, or no choice there is, counts as invalid. Order does not
    /// matter.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">There are more ballots than members present.</exception>
    public static Tally Count(IReadOnlyCollection<BallotChoice> ballots, int present)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(present, ballots.Count);
        var yes = ballots.Count(b => b == BallotChoice.Yes);
        var no = ballots.Count(b => b == BallotChoice.No);
        var abstain = ballots.Count(b => b == BallotChoice.Abstain);
        return new Tally(yes, no, abstain, present - yes - no - abstain);
    }
}
