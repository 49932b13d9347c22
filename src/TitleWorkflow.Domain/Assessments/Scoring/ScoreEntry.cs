namespace TitleWorkflow.Domain.Assessments.Scoring;

/// <summary>One thing the applicant claims points for.</summary>
/// <param name="Item">Key of the indicator.</param>
/// <param name="Fact">What it is, in the applicant's words.</param>
/// <param name="Quantity">Units, from 0 to <see cref="Most"/>; parts of a unit are allowed.</param>
/// <param name="Rank">The author's rank from 1; null where the indicator asks for none.</param>
/// <param name="Option">Key of the option chosen; null where the indicator asks for none.</param>
/// <param name="On">When it was obtained; null if not said.</param>
public sealed record ScoreEntry(
    string Item, string Fact, decimal Quantity = 1, int? Rank = null, string? Option = null, DateOnly? On = null)
{
    /// <summary>Largest quantity and lowest rank that are believed.</summary>
    public const int Most = 10_000;
}

/// <summary>What the employer found on one entry; its facts stay the applicant's.</summary>
/// <param name="Entry">Place of the entry, from 0.</param>
/// <param name="Confirmed">Whether the originals bear it out.</param>
/// <param name="Reason">Why not; null if confirmed.</param>
public sealed record ScoreFinding(int Entry, bool Confirmed, string? Reason = null);
