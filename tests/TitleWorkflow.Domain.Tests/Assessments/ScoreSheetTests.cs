using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.Tests.Assessments;

public sealed class ScoreSheetTests
{
    private static readonly PersonId[] Readers = [.. Enumerable.Range(0, 3).Select(_ => PersonId.New())];

    [Fact]
    public void A_sheet_adds_up_the_items_of_the_standard()
    {
        var sheet = Submit(new() { ["level"] = 24, ["results"] = 53, ["unknown"] = 99 });

        Assert.Equal(77, sheet.Total);
        Assert.Equal(["level", "results"], sheet.Scores.Keys.Order());
    }

    [Theory]
    [InlineData(30, 70, true)]
    [InlineData(0, 0, true)]
    [InlineData(31, 70, false)]
    [InlineData(-1, 70, false)]
    public void Every_item_has_from_no_points_to_its_cap(int level, int results, bool within)
    {
        var scores = new Dictionary<string, int> { ["level"] = level, ["results"] = results };

        if (within)
        {
            Assert.Equal(level + results, Submit(scores).Total);
        }
        else
        {
            Refused.With(AssessmentRules.ScoreWithinCap, () => Submit(scores));
        }
    }

    [Fact]
    public void No_item_is_left_out() =>
        Refused.With(AssessmentRules.ScoreWithinCap, () => Submit(new() { ["level"] = 24 }));

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void A_sheet_comes_with_a_written_opinion(string? opinion) =>
        Refused.With(
            AssessmentRules.OpinionWritten, () => Submit(new() { ["level"] = 24, ["results"] = 53 }, opinion));

    private static ScoreSheet Submit(Dictionary<string, int> scores, string? opinion = "业绩突出")
    {
        var now = Qingtan.Time("2022-11-02");
        var review = GroupReview.Assign(A.Declaration(), Readers, Readers.ToHashSet(), 3, now);
        return ScoreSheet.Submit(review, Readers[0], A.Standard(), scores, opinion, now);
    }
}
