using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.Tests.Assessments;

/// <summary>Votes of a meeting of eleven present, so that eight agree or it is no pass.</summary>
public sealed class CapSettlementTests
{
    private readonly MeetingRoom room = A.Meeting().ReadyToVote(11);
    private readonly OrganisationId institution = OrganisationId.New();

    [Fact]
    public void The_best_are_within_and_those_level_at_the_line_are_told_apart_first()
    {
        var settlement = CapSettlement.Of([Voted(7), Voted(9), Voted(11), Voted(9)], 50, [], []);

        Assert.Equal([1, 2, 2, 4], settlement.Ranking.Select(r => r.Rank));
        Assert.Equal(
            [CapStanding.Within, CapStanding.Tied, CapStanding.Tied, CapStanding.NotPassed],
            settlement.Ranking.Select(r => r.Standing));
        Assert.Equal(1, settlement.Ties.Single().Seats);
    }

    [Fact]
    public void Who_has_no_post_takes_no_place_within_the_rate()
    {
        CappedCase[] cases = [Voted(11, institution), Voted(10, institution), Voted(9), Voted(8)];

        var settlement = CapSettlement.Of(cases, 50, [new FreePosts(institution, 3, Taken: 2)], []);

        Assert.Equal(
            [CapStanding.Within, CapStanding.Over, CapStanding.Within, CapStanding.Over],
            settlement.Ranking.Select(r => r.Standing));
    }

    [Fact]
    public void While_two_are_tied_for_a_post_nobody_knows_who_is_within_the_rate()
    {
        CappedCase[] cases = [Voted(11), Voted(9, institution), Voted(9, institution)];

        var settlement = CapSettlement.Of(cases, 50, [new FreePosts(institution, 1, Taken: 0)], []);

        Assert.Equal(
            [CapStanding.Open, CapStanding.Tied, CapStanding.Tied], settlement.Ranking.Select(r => r.Standing));
        Assert.All(settlement.Ranking, r => Assert.Null(CapSettlement.ResultOf(r.Standing)));
    }

    [Fact]
    public void A_result_that_is_known_keeps_its_place_and_the_others_share_the_rest()
    {
        var known = Voted(8);
        known.Case.Settle(AssessmentResult.Passed);

        var settlement = CapSettlement.Of([known, Voted(11), Voted(10), Voted(9)], 50, [], []);

        Assert.Equal(
            [CapStanding.Within, CapStanding.Over, CapStanding.Over, CapStanding.Within],
            settlement.Ranking.Select(r => r.Standing));
        Assert.Equal(
            [AssessmentResult.Passed, AssessmentResult.OverCap],
            settlement.Ranking.Take(2).Select(r => CapSettlement.ResultOf(r.Standing)!.Value));
    }

    [Fact]
    public void Without_any_cap_enough_votes_are_enough() =>
        Assert.Equal(
            [CapStanding.Within, CapStanding.Within, CapStanding.NotPassed],
            CapSettlement.Of([Voted(11), Voted(8), Voted(7)], 0, [], []).Ranking.Select(r => r.Standing));

    private CappedCase Voted(int yes, OrganisationId? employer = null) =>
        new(room.Ballot(room.Voting(), yes: yes, awaitsCap: true), employer ?? OrganisationId.New(), 75);
}
