using FsCheck;
using FsCheck.Fluent;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Assessments.Scoring;

namespace TitleWorkflow.Domain.Tests.Assessments.Scoring;

public sealed class ScoreCalculationProperties
{
    private static readonly Gen<ScoreRule> AnyRule =
        from basis in Gen.Elements(Enum.GetValues<ScoreBasis>())
        from combination in Gen.Elements(Enum.GetValues<ScoreCombination>())
        from tenths in Gen.Choose(0, 80)
        from best in Gen.Choose(1, 3)
        from window in Gen.Elements(true, false)
        select new ScoreRule(
            basis, tenths / 10m, 1.5m, [3, 2, 0.5m], [new("a", "甲", "A", 4), new("b", "乙", "B", 2.5m)], combination, best, window);

    private static readonly Gen<ScoreEntry> AnyEntry =
        from item in Gen.Choose(0, 5)
        from tenths in Gen.Choose(0, 60)
        from rank in Gen.Choose(1, 5)
        from option in Gen.Elements("a", "b")
        from year in Gen.Choose(2014, 2019)
        select new ScoreEntry($"leaf{item}", "成果", tenths / 10m, rank, option, new DateOnly(year, 5, 1));

    private static readonly Arbitrary<(ScoringStandard Standard, ScoreEntry[] Entries)> AnySheet =
        (from caps in Gen.Choose(0, 12).ArrayOf(9)
         from rules in AnyRule.ArrayOf(6)
         from exclusive in Gen.Elements<string?>(null, "g").ArrayOf(6)
         from entries in AnyEntry.ArrayOf()
         select (Tree(caps, rules, exclusive), entries)).ToArbitrary();

    [Fact]
    public void No_indicator_at_any_level_exceeds_its_cap() => Prop
        .ForAll(AnySheet, s => All(Work(s.Standard, s.Entries).Items).All(i => i.Points >= 0 && i.Points <= i.Cap))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void One_more_entry_never_lowers_a_score() => Prop
        .ForAll(
            AnySheet,
            AnyEntry.ToArbitrary(),
            (s, more) => Work(s.Standard, [.. s.Entries, more]).Total >= Work(s.Standard, s.Entries).Total)
        .QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_of_entries_does_not_matter() => Prop
        .ForAll(
            (from sheet in AnySheet.Generator from shuffled in Gen.Shuffle(sheet.Entries) select (sheet, shuffled)).ToArbitrary(),
            x => Work(x.sheet.Standard, x.sheet.Entries).Total == Work(x.sheet.Standard, x.shuffled).Total)
        .QuickCheckThrowOnFailure();

    private static ScoringStandard Tree(int[] caps, ScoreRule[] rules, string?[] exclusive)
    {
        ScoreItem Leaf(int i) => It.Leaf($"leaf{i}", caps[i], rules[i], exclusive[i]);
        return new([It.Group("x", caps[6], It.Group("y", caps[7], Leaf(0), Leaf(1)), Leaf(2)), It.Group("z", caps[8], Leaf(3), Leaf(4)), Leaf(5)]);
    }

    private static ScoreWorking Work(ScoringStandard standard, ScoreEntry[] entries) =>
        new ScoreCalculation(standard, new DateOnly(2016, 12, 1), new HashSet<string>()).Work(entries);

    private static IEnumerable<ItemWorking> All(IReadOnlyList<ItemWorking> items) =>
        items.SelectMany(i => All(i.Items).Prepend(i));
}
