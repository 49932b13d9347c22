namespace TitleWorkflow.Domain.Assessments;

/// <summary>One who has enough votes, as a cap ranks them.</summary>
/// <param name="Case">The case.</param>
/// <param name="Tally">The count of its ballot.</param>
/// <param name="Score">The group's mean; 0 where there is none.</param>
public sealed record CapCandidate(MeetingCaseId Case, Tally Tally, decimal Score)
{
    /// <summary>More yes votes of those present come first, compared as fractions; then the higher score.</summary>
    internal static readonly Comparer<CapCandidate> ByRank = Comparer<CapCandidate>.Create((one, other) => one.Against(other));

    /// <summary>Below 0 if this one comes first, 0 where they are level.</summary>
    internal int Against(CapCandidate other)
    {
        var votes = ((long)other.Tally.Yes * Tally.Present).CompareTo((long)Tally.Yes * other.Tally.Present);
        return votes != 0 ? votes : other.Score.CompareTo(Score);
    }
}

/// <summary>Those who are level at the line, and how many places are left for them.</summary>
/// <param name="Cases">At least two, more than <paramref name="Seats"/>.</param>
/// <param name="Seats">Places left, at least 1.</param>
public sealed record CapTie(IReadOnlyList<MeetingCaseId> Cases, int Seats);

/// <summary>Whom a cap lets pass.</summary>
/// <param name="Within">Those within it.</param>
/// <param name="Over">Those over it: enough votes, no place.</param>
/// <param name="Tie">Who must be told apart by a run-off first; null if the line is clear.</param>
public sealed record CapOutcome(IReadOnlyList<MeetingCaseId> Within, IReadOnlyList<MeetingCaseId> Over, CapTie? Tie);

/// <summary>A limit to how many pass (通过率、岗位职数). Local; whoever is over it has not failed on merit.</summary>
public static class PassCap
{
    /// <summary>Places of a pass rate: whole percent of those voted on, the fraction dropped, in whole numbers only.</summary>
    public static int Places(int percent, int votedOn) => (int)((long)percent * votedOn / 100);

    /// <summary>Refuses to settle caps while a case waits to be voted on.</summary>
    /// <exception cref="RuleBrokenException">A case is neither decided nor put off, or a run-off is open.</exception>
    public static void RequireAllVoted(IReadOnlyList<MeetingCase> cases, IReadOnlyList<RunOff> runOffs) =>
        CapRules.AllVoted.Require(
            cases.All(c => c.Status is MeetingCaseStatus.Decided or MeetingCaseStatus.Deferred)
            && runOffs.All(r => r.Status != RunOffStatus.Voting));

    /// <summary>Applies a limit to those who have enough votes.</summary>
    /// <param name="candidates">Those who have.</param>
    /// <param name="places">How many may pass, from 0.</param>
    /// <param name="runOffs">Run-offs held so far; one that was about exactly the tied decides the line.</param>
    public static CapOutcome Apply(IReadOnlyList<CapCandidate> candidates, int places, IReadOnlyList<RunOff> runOffs)
    {
        // The id only makes the order whole; level candidates are never told apart by it.
        var ranked = candidates.Order(CapCandidate.ByRank).ThenBy(c => c.Case.Value).ToList();
        if (ranked.Count <= places)
        {
            return new CapOutcome([.. ranked.Select(c => c.Case)], [], null);
        }

        if (places == 0)
        {
            return new CapOutcome([], [.. ranked.Select(c => c.Case)], null);
        }

        var line = ranked[places - 1];
        List<MeetingCaseId> above = [.. ranked.Where(c => c.Against(line) < 0).Select(c => c.Case)];
        List<MeetingCaseId> level = [.. ranked.Where(c => c.Against(line) == 0).Select(c => c.Case)];
        List<MeetingCaseId> below = [.. ranked.Where(c => c.Against(line) > 0).Select(c => c.Case)];
        if (above.Count + level.Count == places)
        {
            return new CapOutcome([.. above, .. level], below, null);
        }

        var runOff = runOffs.FirstOrDefault(r => r.Candidates.ToHashSet().SetEquals(level));
        return runOff?.Winners is not { } winners
            ? new CapOutcome(above, below, new CapTie(level, places - above.Count))
            : new CapOutcome([.. above, .. winners], [.. level.Except(winners), .. below], null);
    }
}
