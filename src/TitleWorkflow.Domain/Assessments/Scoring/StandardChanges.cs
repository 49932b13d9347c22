namespace TitleWorkflow.Domain.Assessments.Scoring;

/// <summary>What became of one indicator between two versions of a standard.</summary>
/// <param name="Before">As it was, without those below it; null for an added one.</param>
/// <param name="After">As it is, without those below it; null for one that was taken away.</param>
/// <param name="Figures">Numbers that differ; empty for an added or taken-away one.</param>
/// <param name="Otherwise">True if something else than names and numbers differs: its place, its group, how its rule works.</param>
public sealed record IndicatorChange(
    ScoreItem? Before, ScoreItem? After, IReadOnlyList<FigureChange> Figures, bool Otherwise = false);

/// <summary>A number that differs.</summary>
/// <param name="Part">Which, as <see cref="StandardFigure.Part"/>.</param>
/// <param name="Before">As it was.</param>
/// <param name="After">As it is.</param>
public sealed record FigureChange(string Part, decimal Before, decimal After);

/// <summary>Tells two versions of a standard apart.</summary>
public static class StandardChanges
{
    /// <summary>Every indicator that was added, taken away or is different, in the order of the newer version, then what is gone.</summary>
    public static IReadOnlyList<IndicatorChange> Since(this ScoringStandard after, ScoringStandard before)
    {
        var (old, now) = (Places(before), Places(after));
        return
        [
            .. now.Select(n => old.TryGetValue(n.Key, out var was)
                ? Between(was, n.Value) : new IndicatorChange(null, Bare(n.Value.Item), [])).OfType<IndicatorChange>(),
            .. old.Where(o => !now.ContainsKey(o.Key)).Select(o => new IndicatorChange(Bare(o.Value.Item), null, [])),
        ];
    }

    private static IndicatorChange? Between(Place was, Place now)
    {
        var figures = now.Item.Figures()
            .Join(was.Item.Figures(), f => f.Part, f => f.Part, (n, o) => new FigureChange(n.Part, o.Value, n.Value))
            .Where(c => c.Before != c.After).ToList();
        var renamed = (was.Item.Text, was.Item.English) != (now.Item.Text, now.Item.English);
        var otherwise = was.Below != now.Below || !Shape(was.Item).SequenceEqual(Shape(now.Item));
        return renamed || otherwise || figures.Count > 0
            ? new IndicatorChange(Bare(was.Item), Bare(now.Item), figures, otherwise)
            : null;
    }

    // Everything but the words and numbers of the indicator itself.
    private static IEnumerable<object?> Shape(ScoreItem item) =>
    [
        item.Exclusive, item.Rule?.Basis, item.Rule?.Combination, item.Rule?.SinceTitle, item.Rule?.Evidence, item.Rule?.Skill,
        item.Rule?.Table?.Count, .. (item.Rule?.Options ?? []).Select(o => (o.Key, o.Text, o.English)),
    ];

    private static ScoreItem Bare(ScoreItem item) => item with { Items = null };

    private static Dictionary<string, Place> Places(ScoringStandard standard)
    {
        IEnumerable<Place> Of(IReadOnlyList<ScoreItem> items, string? below) =>
            items.SelectMany(i => Of(i.Items ?? [], i.Key).Prepend(new Place(i, below)));
        return Of(standard.Items, null).ToDictionary(p => p.Item.Key);
    }

    private sealed record Place(ScoreItem Item, string? Below);
}
