using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.Tests.Assessments;

public sealed class PassCapTests
{
    [Theory]
    [InlineData(55, 26, 14)]
    [InlineData(55, 20, 11)]
    [InlineData(40, 5, 2)]
    [InlineData(100, 7, 7)]
    [InlineData(1, 99, 0)]
    public void A_pass_rate_drops_the_fraction(int percent, int votedOn, int places) =>
        Assert.Equal(places, PassCap.Places(percent, votedOn));

    [Fact]
    public void Yes_votes_of_those_present_come_first_and_then_the_score()
    {
        // 9 of 10 are more than 9 of 11, and 18 of 20 are as many as 9 of 10.
        CapCandidate[] ranked = [Candidate(10, 10, 60), Candidate(9, 10, 80), Candidate(18, 20, 79), Candidate(9, 11, 99)];

        var outcome = PassCap.Apply([.. ranked.Reverse()], 3, []);

        Assert.Equal(ranked[..3].Select(c => c.Case), outcome.Within);
        Assert.Equal([ranked[3].Case], outcome.Over);
        Assert.Null(outcome.Tie);
    }

    [Fact]
    public void A_public_institution_keeps_as_many_as_it_has_posts()
    {
        CapCandidate[] four = [Candidate(11, 11, 70), Candidate(10, 11, 70), Candidate(9, 11, 70), Candidate(8, 11, 70)];

        Assert.Equal([four[3].Case], PassCap.Apply(four, 3, []).Over);
        Assert.Equal(4, PassCap.Apply(four, 0, []).Over.Count);
        Assert.Equal(4, PassCap.Apply(four, 4, []).Within.Count);
    }

    [Fact]
    public void Who_is_level_at_the_line_goes_into_a_run_off_for_the_places_left()
    {
        CapCandidate[] ranked = [Candidate(10, 11, 70), Candidate(9, 11, 78.5m), Candidate(9, 11, 78.5m), Candidate(8, 11, 90)];

        var outcome = PassCap.Apply(ranked, 2, []);

        Assert.Equal([ranked[0].Case], outcome.Within);
        Assert.Equal(1, outcome.Tie!.Seats);
        Assert.Equal(ranked[1..3].Select(c => c.Case).ToHashSet(), outcome.Tie.Cases.ToHashSet());
    }

    [Fact]
    public void The_same_votes_with_places_for_all_of_them_need_no_run_off()
    {
        CapCandidate[] ranked = [Candidate(9, 11, 78.5m), Candidate(9, 11, 78.5m), Candidate(8, 11, 90)];

        Assert.Null(PassCap.Apply(ranked, 2, []).Tie);
    }

    [Fact]
    public void A_result_that_waits_for_the_cap_is_settled_once_and_only_then_known()
    {
        var room = A.Meeting().ReadyToVote(11);
        var waiting = room.Ballot(room.Voting(), yes: 9, awaitsCap: true);

        Assert.Null(waiting.Result);
        Assert.Empty(waiting.Events);
        waiting.Settle(AssessmentResult.OverCap);
        Assert.Equal([new CaseDecided(waiting.Declaration, AssessmentResult.OverCap)], waiting.Events);
        Refused.With(CapRules.AwaitsCap, () => waiting.Settle(AssessmentResult.Passed));
    }

    [Fact]
    public void A_cap_is_settled_when_all_have_been_voted_on_and_the_meeting_closed_after_that()
    {
        var room = A.Meeting().ReadyToVote(11);
        var waiting = room.Ballot(room.Voting(), yes: 9, awaitsCap: true);

        Refused.With(CapRules.AllVoted, () => PassCap.RequireAllVoted([waiting, room.Case()], []));
        PassCap.RequireAllVoted([waiting], []);
        Refused.With(CapRules.CapSettled, () => room.Meeting.Close(votingOpen: false, MeetingRoom.Opening, awaitsCap: true));
    }

    [Fact]
    public void Posts_are_counted_from_none() =>
        Refused.With(CapRules.QuotaWhole, () => _ = new PostQuota(PlanId.New(), OrganisationId.New(), -1));

    private static CapCandidate Candidate(int yes, int present, decimal score) =>
        new(MeetingCaseId.New(), new Tally(yes, present - yes, 0, 0), score);
}
