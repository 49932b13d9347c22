using TitleWorkflow.Domain.Assessments.Scoring;

namespace TitleWorkflow.Domain.Assessments;

/// <summary>An indicator, at whatever level. Experts score those of the first; the levels below show how points come about.</summary>
/// <param name="Key">Stored name; unique in the standard.</param>
/// <param name="Text">Chinese words.</param>
/// <param name="English">English words.</param>
/// <param name="Cap">Most points it can give; whole points.</param>
/// <param name="Items">The indicators below it; null for none.</param>
/// <param name="Rule">How entries turn into points; null if only experts judge it.</param>
/// <param name="Exclusive">Name of a group among its neighbours of which only the best counts; null for none.</param>
public sealed record ScoreItem(
    string Key,
    string Text,
    string English,
    int Cap,
    IReadOnlyList<ScoreItem>? Items = null,
    ScoreRule? Rule = null,
    string? Exclusive = null);

/// <summary>
/// The scoring standard (赋分标准) of a plan, so of a channel and year: a tree of at most four levels, a flat list being one of
/// one. A score informs the vote and never decides.
/// </summary>
/// <param name="Items">The first level, in order.</param>
/// <param name="Version">Counts up with every change of the plan's standard, from 1.</param>
/// <param name="TitleFact">The dossier's fact that says when the current title was obtained, <c>section/field</c>; null for none.</param>
public sealed record ScoringStandard(IReadOnlyList<ScoreItem> Items, int Version = 1, string? TitleFact = null)
{
    /// <summary>Most levels.</summary>
    public const int Levels = 4;

    /// <summary>The indicator of that key, at whatever level; null if there is none.</summary>
    public ScoreItem? Find(string key) => All().FirstOrDefault(i => i.Key == key);

    /// <summary>Every indicator, each before those below it.</summary>
    public IEnumerable<ScoreItem> All() => Below(Items);

    /// <summary>Refuses a standard that is no sound tree.</summary>
    /// <exception cref="RuleBrokenException">Too deep, a key twice, an indicator without words, or points or caps below zero.</exception>
    public void RequireSound() => ScoringRules.TreeSound.Require(
        Items.Count > 0 && Depth(Items) <= Levels
        && All().All(i => i.Cap >= 0 && !string.IsNullOrWhiteSpace(i.Key)
            && !string.IsNullOrWhiteSpace(i.Text) && !string.IsNullOrWhiteSpace(i.English) && i.Rule?.IsSound != false)
        && All().DistinctBy(i => i.Key).Count() == All().Count());

    private static IEnumerable<ScoreItem> Below(IReadOnlyList<ScoreItem> items) =>
        items.SelectMany(i => Below(i.Items ?? []).Prepend(i));

    private static int Depth(IReadOnlyList<ScoreItem> items) =>
        items.Count == 0 ? 0 : 1 + items.Max(i => Depth(i.Items ?? []));
}
