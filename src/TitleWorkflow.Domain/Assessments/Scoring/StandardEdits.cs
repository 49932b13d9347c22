namespace TitleWorkflow.Domain.Assessments.Scoring;

/// <summary>One number of a standard.</summary>
/// <param name="Item">Key of its indicator.</param>
/// <param name="Part"><c>cap</c>, <c>points</c>, <c>decrement</c>, <c>best</c>, <c>rank-1</c> on, or <c>option-</c> with the option's key.</param>
/// <param name="Value">Points; for <c>cap</c> and <c>best</c> a whole number.</param>
public sealed record StandardFigure(string Item, string Part, decimal Value);

/// <summary>The words of an indicator.</summary>
/// <param name="Text">Chinese words.</param>
/// <param name="English">English words.</param>
public sealed record IndicatorName(string Text, string English);

/// <summary>A standard seen as words and numbers: for the form, for telling two versions apart, for taking over changes.</summary>
public static class StandardEdits
{
    private const string Own = "own-";

    /// <summary>Every number of one indicator, its cap first; those below it not included.</summary>
    public static IReadOnlyList<StandardFigure> Figures(this ScoreItem item)
    {
        StandardFigure Of(string part, decimal value) => new(item.Key, part, value);
        return
        [
            Of("cap", item.Cap),
            .. item.Rule is { } rule
                ? new[]
                {
                    rule.Basis is ScoreBasis.Fixed or ScoreBasis.PerUnit or ScoreBasis.RankStep ? Of("points", rule.Points) : null,
                    rule.Basis == ScoreBasis.RankStep ? Of("decrement", rule.Decrement) : null,
                    rule.Combination == ScoreCombination.BestN ? Of("best", rule.Best) : null,
                }.OfType<StandardFigure>()
                .Concat((rule.Table ?? []).Select((points, i) => Of(RankPart(i), points)))
                .Concat((rule.Options ?? []).Select(o => Of(OptionPart(o), o.Points)))
                : [],
        ];
    }

    /// <summary>The standard with other names and numbers; what it does not have is passed over. Fractions of whole numbers are cut off.</summary>
    /// <param name="standard">What to change.</param>
    /// <param name="names">New names by key of the indicator.</param>
    /// <param name="figures">New numbers.</param>
    public static ScoringStandard With(
        this ScoringStandard standard, IReadOnlyDictionary<string, IndicatorName> names, IEnumerable<StandardFigure> figures)
    {
        var values = figures.ToLookup(f => (f.Item, f.Part), f => f.Value);
        return standard.Each(item =>
        {
            decimal Now(string part, decimal value) => values[(item.Key, part)].DefaultIfEmpty(value).Last();
            var name = names.GetValueOrDefault(item.Key) ?? new IndicatorName(item.Text, item.English);
            return item with
            {
                Text = name.Text.Trim(),
                English = name.English.Trim(),
                Cap = (int)Now("cap", item.Cap),
                Rule = item.Rule is not { } rule ? null : rule with
                {
                    Points = Now("points", rule.Points),
                    Decrement = Now("decrement", rule.Decrement),
                    Best = (int)Now("best", rule.Best),
                    Table = rule.Table is null ? null : [.. rule.Table.Select((points, i) => Now(RankPart(i), points))],
                    Options = rule.Options is null ? null : [.. rule.Options.Select(o => o with { Points = Now(OptionPart(o), o.Points) })],
                },
            };
        });
    }

    /// <summary>The standard with one more indicator, which only experts judge; last among its neighbours.</summary>
    /// <param name="standard">What to change.</param>
    /// <param name="below">Key of the indicator it belongs to; null for the first level.</param>
    /// <param name="name">Its words.</param>
    /// <param name="cap">Most points it can give.</param>
    public static ScoringStandard Adding(this ScoringStandard standard, string? below, IndicatorName name, int cap)
    {
        var number = Enumerable.Range(1, int.MaxValue - 1).First(n => standard.Find(Own + n) is null);
        var added = new ScoreItem($"{Own}{number}", name.Text.Trim(), name.English.Trim(), cap);
        return below is null
            ? standard with { Items = [.. standard.Items, added] }
            : standard.Each(i => i.Key == below ? i with { Items = [.. i.Items ?? [], added] } : i);
    }

    /// <summary>The standard without one indicator and all below it.</summary>
    public static ScoringStandard Without(this ScoringStandard standard, string key)
    {
        IReadOnlyList<ScoreItem> Left(IReadOnlyList<ScoreItem> items) =>
            [.. items.Where(i => i.Key != key).Select(i => i.Items is null ? i : i with { Items = Left(i.Items) })];
        return standard with { Items = Left(standard.Items) };
    }

    private static ScoringStandard Each(this ScoringStandard standard, Func<ScoreItem, ScoreItem> change)
    {
        IReadOnlyList<ScoreItem> Changed(IReadOnlyList<ScoreItem> items) =>
            [.. items.Select(i => change(i.Items is null ? i : i with { Items = Changed(i.Items) }))];
        return standard with { Items = Changed(standard.Items) };
    }

    private static string RankPart(int index) => $"rank-{index + 1}";

    private static string OptionPart(ScoreOption option) => $"option-{option.Key}";
}
