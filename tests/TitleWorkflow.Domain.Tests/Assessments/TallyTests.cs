using TitleWorkflow.Domain.Assessments;

namespace TitleWorkflow.Domain.Tests.Assessments;

public sealed class TallyTests
{
    [Theory]
    [InlineData(7, 5)]
    [InlineData(11, 8)]
    [InlineData(13, 9)]
    [InlineData(15, 10)]
    [InlineData(17, 12)]
    [InlineData(25, 17)]
    public void Two_thirds_of_the_committee_make_a_quorum_exactly_at_the_boundary(int size, int quorum)
    {
        Assert.Equal(quorum, Tally.QuorumOf(size));
        Assert.True(Tally.IsQuorum(quorum, size));
        Assert.False(Tally.IsQuorum(quorum - 1, size));
    }

    [Theory]
    [InlineData(8, 6)]
    [InlineData(9, 6)]
    [InlineData(10, 7)]
    [InlineData(11, 8)]
    [InlineData(12, 8)]
    [InlineData(13, 9)]
    [InlineData(17, 12)]
    [InlineData(25, 17)]
    public void Two_thirds_of_those_present_pass_exactly_at_the_boundary(int present, int needed)
    {
        Assert.Equal(needed, Tally.YesNeeded(present));
        Assert.True(new Tally(needed, present - needed, 0, 0).Passes);
        Assert.False(new Tally(needed - 1, present - needed + 1, 0, 0).Passes);
    }

    [Theory]
    [InlineData(9, 0, 4, 0, true)]
    [InlineData(8, 0, 5, 0, false)]
    [InlineData(8, 0, 0, 5, false)]
    [InlineData(9, 1, 1, 0, true)]
    public void Whatever_is_not_yes_counts_against(int yes, int no, int abstain, int invalid, bool passes) =>
        Assert.Equal(passes, new Tally(yes, no, abstain, invalid).Passes);

    [Fact]
    public void Whoever_is_present_and_casts_nothing_counts_as_invalid() =>
        Assert.Equal(
            new Tally(1, 1, 1, 10), Tally.Count([BallotChoice.Yes, BallotChoice.No, BallotChoice.Abstain], 13));

    [Fact]
    public void A_choice_that_does_not_exist_is_invalid_and_does_not_lower_the_hurdle()
    {
        BallotChoice[] ballots = [.. Enumerable.Repeat(BallotChoice.Yes, 7), .. Enumerable.Repeat((BallotChoice)9, 4)];

        var tally = Tally.Count(ballots, 11);

        Assert.Equal(new Tally(7, 0, 0, 4), tally);
        Assert.False(tally.Passes);
    }

    [Fact]
    public void A_box_never_holds_more_ballots_than_voters() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Tally.Count([BallotChoice.Yes, BallotChoice.Yes], 1));
}
