namespace TitleWorkflow.Domain.Assessments.Scoring;

/// <summary>What several experts' totals say together; a reference for the vote, never a decision.</summary>
/// <param name="Sheets">How many there are.</param>
/// <param name="Mean">Their mean to two digits, halves rounded up; without the highest and the lowest where it is trimmed.</param>
/// <param name="Spread">Highest less lowest.</param>
/// <param name="IsFlagged">Whether they lie so far apart that the group discusses again.</param>
public sealed record GroupScore(int Sheets, decimal Mean, int Spread, bool IsFlagged)
{
    /// <summary>Fewest sheets of which a mean may be trimmed.</summary>
    public const int TrimmedFrom = 5;

    /// <summary>Sums totals up; null if there are none.</summary>
    /// <param name="totals">The total of each sheet.</param>
    /// <param name="trimmed">Whether the highest and the lowest are left out of five or more.</param>
    /// <param name="widest">The largest spread that needs no further discussion.</param>
    public static GroupScore? Of(IReadOnlyCollection<int> totals, bool trimmed, int widest)
    {
        if (totals.Count == 0)
        {
            return null;
        }

        var cut = trimmed && totals.Count >= TrimmedFrom ? 1 : 0;
        var counted = totals.Order().Skip(cut).SkipLast(cut).ToList();
        var spread = totals.Max() - totals.Min();
        return new GroupScore(
            totals.Count,
            Math.Round(counted.Sum() / (decimal)counted.Count, 2, MidpointRounding.AwayFromZero),
            spread,
            spread > widest);
    }
}
