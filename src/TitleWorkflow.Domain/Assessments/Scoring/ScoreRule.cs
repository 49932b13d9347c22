namespace TitleWorkflow.Domain.Assessments.Scoring;

/// <summary>From what an entry gets its points.</summary>
public enum ScoreBasis
{
    /// <summary>Every entry gives the same points.</summary>
    Fixed,

    /// <summary>Points for every unit: a year, a patent, a trained apprentice.</summary>
    PerUnit,

    /// <summary>Points by the author's rank, from a table; a rank beyond it gives none.</summary>
    RankTable,

    /// <summary>Points of the first author, less a step for every further rank, never below none.</summary>
    RankStep,

    /// <summary>Points of the option chosen: a degree, a medal, a skill level.</summary>
    Option,
}

/// <summary>Which entries of an indicator count.</summary>
public enum ScoreCombination
{
    /// <summary>All of them.</summary>
    Sum,

    /// <summary>The best one.</summary>
    HighestOnly,

    /// <summary>The best <see cref="ScoreRule.Best"/>.</summary>
    BestN,
}

/// <summary>One answer of an indicator's closed list.</summary>
/// <param name="Key">Stored value.</param>
/// <param name="Text">Chinese words.</param>
/// <param name="English">English words.</param>
/// <param name="Points">What it gives, from 0.</param>
public sealed record ScoreOption(string Key, string Text, string English, decimal Points);

/// <summary>How entries of one indicator turn into points, before its cap.</summary>
/// <param name="Basis">From what.</param>
/// <param name="Points">Points of an entry, a unit or the first author, from 0.</param>
/// <param name="Decrement">What every further rank loses, for <see cref="ScoreBasis.RankStep"/>; from 0.</param>
/// <param name="Table">Points by rank from the first, for <see cref="ScoreBasis.RankTable"/>.</param>
/// <param name="Options">The closed list, for <see cref="ScoreBasis.Option"/>.</param>
/// <param name="Combination">Which entries count.</param>
/// <param name="Best">How many count, for <see cref="ScoreCombination.BestN"/>; at least 1.</param>
/// <param name="SinceTitle">Whether only what came after the current title counts.</param>
/// <param name="Evidence">Whether an entry counts only with evidence for the indicator.</param>
/// <param name="Skill">Whether it is a skill item (技能): medals, skill levels, trained apprentices.</param>
public sealed record ScoreRule(
    ScoreBasis Basis,
    decimal Points = 0,
    decimal Decrement = 0,
    IReadOnlyList<decimal>? Table = null,
    IReadOnlyList<ScoreOption>? Options = null,
    ScoreCombination Combination = ScoreCombination.Sum,
    int Best = 1,
    bool SinceTitle = false,
    bool Evidence = false,
    bool Skill = false)
{
    /// <summary>True if the rule gives points from 0 for everything it asks for.</summary>
    internal bool IsSound => Points >= 0 && Decrement >= 0 && Best >= 1
        && (Table ?? []).All(p => p >= 0) && (Options ?? []).All(o => o.Points >= 0)
        && (Basis != ScoreBasis.RankTable || Table is { Count: > 0 })
        && (Basis != ScoreBasis.Option || Options is { Count: > 0 });

    /// <summary>True if the entry says what the rule asks for.</summary>
    internal bool Fits(ScoreEntry entry) => entry.Quantity is >= 0 and <= ScoreEntry.Most && Basis switch
    {
        ScoreBasis.RankTable or ScoreBasis.RankStep => entry.Rank is >= 1 and <= ScoreEntry.Most,
        ScoreBasis.Option => Options!.Any(o => o.Key == entry.Option),
        _ => true,
    };

    /// <summary>What a fitting entry gives by itself.</summary>
    internal decimal Of(ScoreEntry entry) => Basis switch
    {
        ScoreBasis.PerUnit => entry.Quantity * Points,
        ScoreBasis.RankTable => entry.Rank!.Value <= Table!.Count ? Table[entry.Rank.Value - 1] : 0,
        ScoreBasis.RankStep => Math.Max(0, Points - (Decrement * (entry.Rank!.Value - 1))),
        ScoreBasis.Option => Options!.First(o => o.Key == entry.Option).Points,
        _ => Points,
    };

    /// <summary>How many of the best entries count.</summary>
    internal int Counted => Combination switch
    {
        ScoreCombination.HighestOnly => 1,
        ScoreCombination.BestN => Best,
        _ => int.MaxValue,
    };
}
