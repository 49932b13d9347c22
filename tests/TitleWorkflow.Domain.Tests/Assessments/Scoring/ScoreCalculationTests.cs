using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Assessments.Scoring;

namespace TitleWorkflow.Domain.Tests.Assessments.Scoring;

public sealed class ScoreCalculationTests
{
    [Fact]
    public void The_working_shows_points_before_the_cap_the_cap_and_points()
    {
        var working = It.Work(It.Standard, It.Claimed);

        Assert.Equal(77m, working.Total);
        Assert.Equal([24m, 47m, 6m], working.Items.Select(i => i.Points));
        var patents = working.Items[1].Items.Single(i => i.Item == "patents");
        Assert.Equal((12m, 10, 10m), (patents.Before, patents.Cap, patents.Points));
        Assert.Equal(8m, working.Items[1].Items.Single(i => i.Item == "awards").Points);
    }

    [Theory]
    [InlineData(1, 12)]
    [InlineData(3, 8)]
    [InlineData(7, 0)]
    [InlineData(9, 0)]
    public void Every_further_rank_loses_a_step_and_never_more_than_there_is(int rank, int points) =>
        Assert.Equal(points, It.Work(It.One(20, new(ScoreBasis.RankStep, 12, Decrement: 2)), Entry(rank: rank)).Total);

    [Theory]
    [InlineData(1, 3)]
    [InlineData(2, 2)]
    [InlineData(3, 0)]
    public void A_rank_beyond_the_table_gives_none(int rank, int points) =>
        Assert.Equal(points, It.Work(It.One(20, new(ScoreBasis.RankTable, Table: [3, 2])), Entry(rank: rank)).Total);

    [Theory]
    [InlineData(ScoreCombination.Sum, 6)]
    [InlineData(ScoreCombination.HighestOnly, 3)]
    [InlineData(ScoreCombination.BestN, 5)]
    public void All_the_best_or_the_best_few_entries_count(ScoreCombination combination, int points)
    {
        var rule = new ScoreRule(ScoreBasis.PerUnit, 1, Combination: combination, Best: 2);

        Assert.Equal(points, It.Work(It.One(20, rule), Entry(1), Entry(3), Entry(2)).Total);
    }

    [Fact]
    public void Parts_of_a_unit_count_exactly()
    {
        var rule = new ScoreRule(ScoreBasis.PerUnit, 0.1m);

        Assert.Equal(0.3m, It.Work(It.One(5, rule), Entry(1), Entry(1), Entry(1)).Total);
    }

    [Fact]
    public void Of_an_exclusive_group_only_the_best_counts()
    {
        var standard = new ScoringStandard(
        [
            It.Leaf("thesis", 10, new(ScoreBasis.Fixed, 4), "writing"),
            It.Leaf("book", 10, new(ScoreBasis.Fixed, 7), "writing"),
            It.Leaf("patent", 10, new(ScoreBasis.Fixed, 2)),
        ]);

        var working = It.Work(standard, new("thesis", "论文"), new("book", "专著"), new("patent", "专利"));

        Assert.Equal(9m, working.Total);
        Assert.False(working.Items[0].Counts);
    }

    [Theory]
    [InlineData("2016-12-01", false)]
    [InlineData("2016-12-02", true)]
    [InlineData(null, false)]
    public void Only_what_came_after_the_current_title_counts_where_that_is_asked(string? on, bool counts)
    {
        var calculation = new ScoreCalculation(
            It.One(5, new(ScoreBasis.Fixed, 3, SinceTitle: true)), new DateOnly(2016, 12, 1), new HashSet<string>());

        var working = calculation.Work([new("one", "成果", On: on is null ? null : DateOnly.Parse(on, null))]);

        Assert.Equal(counts ? 3 : 0, working.Total);
        Assert.Equal(counts ? null : EntryFlaw.OutsideWindow, working.Items[0].Entries[0].Flaw);
    }

    [Fact]
    public void Where_evidence_is_asked_an_entry_without_it_gives_none()
    {
        var standard = It.One(5, new(ScoreBasis.Fixed, 3, Evidence: true));

        Assert.Equal(0, new ScoreCalculation(standard, null, new HashSet<string>()).Work([Entry()]).Total);
        Assert.Equal(3, new ScoreCalculation(standard, null, new HashSet<string> { "one" }).Work([Entry()]).Total);
    }

    [Fact]
    public void A_standard_has_four_levels_and_no_fifth()
    {
        var leaf = It.Leaf("d", 1, new(ScoreBasis.Fixed, 1));
        var four = new ScoringStandard([It.Group("a", 1, It.Group("b", 1, It.Group("c", 1, leaf)))]);

        four.RequireSound();
        Refused.With(ScoringRules.TreeSound, () => new ScoringStandard([It.Group("z", 1, [.. four.Items])]).RequireSound());
    }

    [Fact]
    public void A_standard_has_every_key_once_and_nothing_below_zero()
    {
        Refused.With(ScoringRules.TreeSound, () => new ScoringStandard([]).RequireSound());
        Refused.With(ScoringRules.TreeSound, () => It.One(-1, new(ScoreBasis.Fixed, 1)).RequireSound());
        Refused.With(ScoringRules.TreeSound, () => It.One(1, new(ScoreBasis.Fixed, -1)).RequireSound());
        Refused.With(ScoringRules.TreeSound, () => It.One(1, new(ScoreBasis.Option)).RequireSound());
        Refused.With(
            ScoringRules.TreeSound, () => new ScoringStandard([It.Group("one", 1, It.Leaf("one", 1, new(ScoreBasis.Fixed)))]).RequireSound());
    }

    private static ScoreEntry Entry(decimal quantity = 1, int? rank = null) => new("one", "成果", quantity, rank);
}
