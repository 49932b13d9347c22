namespace TitleWorkflow.Domain.Assessments.Scoring;

/// <summary>Why an entry gives no points.</summary>
public enum EntryFlaw
{
    /// <summary>It is not said to be after the current title.</summary>
    OutsideWindow,

    /// <summary>The indicator has no evidence.</summary>
    NoEvidence,

    /// <summary>The employer did not confirm it.</summary>
    NotConfirmed,
}

/// <summary>One entry in the working.</summary>
/// <param name="Number">Place of the entry, from 0.</param>
/// <param name="Entry">What was entered.</param>
/// <param name="Points">What it gives by itself.</param>
/// <param name="Counts">Whether it is among those that count.</param>
/// <param name="Flaw">Why it gives none; null if it does.</param>
public sealed record EntryWorking(int Number, ScoreEntry Entry, decimal Points, bool Counts, EntryFlaw? Flaw);

/// <summary>One indicator in the working: entries or indicators below, points before the cap, cap, points.</summary>
/// <param name="Item">Key of the indicator.</param>
/// <param name="Before">Points before the cap.</param>
/// <param name="Cap">The cap.</param>
/// <param name="Points">Points after it.</param>
/// <param name="Counts">False if a better indicator of the same exclusive group counts in its place.</param>
/// <param name="Entries">Its entries, as entered.</param>
/// <param name="Items">The indicators below it.</param>
public sealed record ItemWorking(
    string Item,
    decimal Before,
    int Cap,
    decimal Points,
    bool Counts,
    IReadOnlyList<EntryWorking> Entries,
    IReadOnlyList<ItemWorking> Items);

/// <summary>How a score came about.</summary>
/// <param name="Items">The first level, in order.</param>
/// <param name="Total">Sum of what counts there.</param>
public sealed record ScoreWorking(IReadOnlyList<ItemWorking> Items, decimal Total);
