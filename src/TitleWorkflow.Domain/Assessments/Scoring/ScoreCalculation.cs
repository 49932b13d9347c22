namespace TitleWorkflow.Domain.Assessments.Scoring;

/// <summary>
/// Works a score out from entries, visibly and in exact decimals. No score exceeds a cap, one more entry never lowers it, and
/// the order of entries does not matter.
/// </summary>
/// <param name="Standard">The indicators.</param>
/// <param name="TitleObtainedOn">When the current title was obtained; null if there is none, so that everything is after it.</param>
/// <param name="Proven">Indicators that have evidence.</param>
public sealed record ScoreCalculation(ScoringStandard Standard, DateOnly? TitleObtainedOn, IReadOnlySet<string> Proven)
{
    /// <summary>Works the score out; entries whose place is in <paramref name="rejected"/> give nothing.</summary>
    public ScoreWorking Work(IReadOnlyList<ScoreEntry> entries, IReadOnlySet<int>? rejected = null)
    {
        var byItem = entries.Select((entry, number) => (number, entry)).ToLookup(e => e.entry.Item);
        var items = Work(Standard.Items, byItem, rejected ?? new HashSet<int>());
        return new ScoreWorking(items, Sum(items));
    }

    private static decimal Sum(IReadOnlyList<ItemWorking> items) => items.Where(i => i.Counts).Sum(i => i.Points);

    private List<ItemWorking> Work(
        IReadOnlyList<ScoreItem> items, ILookup<string, (int Number, ScoreEntry Entry)> entries, IReadOnlySet<int> rejected)
    {
        var worked = items.Select(item => (item, Working: Work(item, entries, rejected))).ToList();
        var kept = worked.Where(w => w.item.Exclusive is not null)
            .GroupBy(w => w.item.Exclusive)
            .Select(g => g.MaxBy(w => w.Working.Points).item.Key)
            .ToHashSet();
        return [.. worked.Select(w =>
            w.item.Exclusive is null || kept.Contains(w.item.Key) ? w.Working : w.Working with { Counts = false })];
    }

    private ItemWorking Work(
        ScoreItem item, ILookup<string, (int Number, ScoreEntry Entry)> entries, IReadOnlySet<int> rejected)
    {
        var below = Work(item.Items ?? [], entries, rejected);
        var own = item.Rule is { } rule
            ? Count(rule, [.. entries[item.Key].Select(e => Work(rule, item.Key, e.Number, e.Entry, rejected.Contains(e.Number)))])
            : [];
        var before = Sum(below) + own.Where(e => e.Counts).Sum(e => e.Points);
        return new ItemWorking(item.Key, before, item.Cap, Math.Min(before, item.Cap), true, own, below);
    }

    private EntryWorking Work(ScoreRule rule, string item, int number, ScoreEntry entry, bool rejected)
    {
        EntryFlaw? flaw = rejected ? EntryFlaw.NotConfirmed
            : rule.Evidence && !Proven.Contains(item) ? EntryFlaw.NoEvidence
            : rule.SinceTitle && TitleObtainedOn is { } title && !(entry.On > title) ? EntryFlaw.OutsideWindow
            : null;
        return new EntryWorking(number, entry, flaw is null ? rule.Of(entry) : 0, flaw is null, flaw);
    }

    private static EntryWorking[] Count(ScoreRule rule, EntryWorking[] entries)
    {
        var best = entries.Where(e => e.Counts).OrderByDescending(e => e.Points).Take(rule.Counted).ToHashSet();
        return [.. entries.Select(e => e with { Counts = best.Contains(e) })];
    }
}
