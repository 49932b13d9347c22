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
    public void Indicators_below_are_given_one_by_one_and_add_up_within_the_cap_above_them()
    {
        ScoringStandard standard = new(
            [new("level", "技术水平", "Level", 30, [new("degree", "学历", "Degree", 20), new("skill", "技能", "Skill", 20)]), new("results", "业绩", "Results", 70)]);
        var review = GroupReview.Assign(A.Declaration(), Readers, Readers.ToHashSet(), 3, MeetingRoom.Opening);
        ScoreSheet Give(params (string Key, int Points)[] scores) => ScoreSheet.Submit(
            review, Readers[0], standard, scores.ToDictionary(s => s.Key, s => s.Points), "达到标准", MeetingRoom.Opening);

        var sheet = Give(("degree", 18), ("skill", 15), ("results", 40));

        Assert.Equal((70, 30, 18), (sheet.Total, sheet.Scores["level"], sheet.Scores["degree"]));
        Refused.With(AssessmentRules.ScoreWithinCap, () => Give(("degree", 21), ("skill", 0), ("results", 40)));
        Refused.With(AssessmentRules.ScoreWithinCap, () => Give(("degree", 18), ("results", 40)));
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
