using TitleWorkflow.Domain.Assessments.Scoring;

namespace TitleWorkflow.Domain.Tests.Assessments.Scoring;

public sealed class GroupScoreTests
{
    public static TheoryData<int[], bool, string, int, bool> Groups => new()
    {
        { [77, 81, 73], false, "77.00", 8, false },
        { [58, 62, 80], false, "66.67", 22, true },
        { [60, 75, 75], false, "70.00", 15, false },
        { [60, 76, 75], false, "70.33", 16, true },
        { [60, 70, 71, 72, 95], false, "73.60", 35, true },
        { [60, 70, 71, 72, 95], true, "71.00", 35, true },
        { [60, 70, 72, 95], true, "74.25", 35, true },
    };

    [Theory]
    [MemberData(nameof(Groups))]
    public void A_group_has_a_mean_of_two_digits_and_is_flagged_beyond_the_limit(
        int[] totals, bool trimmed, string mean, int spread, bool flagged)
    {
        var score = GroupScore.Of(totals, trimmed, 15)!;

        Assert.Equal(mean, score.Mean.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal((spread, flagged), (score.Spread, score.IsFlagged));
    }

    [Fact]
    public void Without_sheets_there_is_no_score() => Assert.Null(GroupScore.Of([], false, 15));
}
