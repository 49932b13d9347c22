using System.Reflection;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Experts;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.Tests.Assessments;

public sealed class SecretBallotTests
{
    public static TheoryData<int, int, int, int, int, AssessmentResult> Ballots => new()
    {
        { 9, 0, 6, 3, 0, AssessmentResult.Passed },
        { 9, 0, 5, 4, 0, AssessmentResult.NotPassed },
        { 11, 1, 7, 1, 2, AssessmentResult.Passed },
        { 11, 1, 6, 4, 0, AssessmentResult.NotPassed },
        { 10, 0, 7, 3, 0, AssessmentResult.Passed },
        { 10, 0, 6, 4, 0, AssessmentResult.NotPassed },
        { 11, 0, 9, 1, 1, AssessmentResult.Passed },
        { 13, 0, 9, 0, 4, AssessmentResult.Passed },
        { 13, 0, 8, 0, 0, AssessmentResult.NotPassed },
    };

    [Theory]
    [MemberData(nameof(Ballots))]
    public void Two_thirds_of_those_who_may_vote_on_the_case_pass_it(
        int present, int recused, int yes, int no, int abstain, AssessmentResult result)
    {
        var room = A.Meeting().ReadyToVote(present);
        var voting = room.Voting([.. Enumerable.Range(3, recused).Select(room.Seat)]);

        room.Ballot(voting, yes, no, abstain);

        Assert.Equal(result, voting.Result);
        Assert.Equal(new Tally(yes, no, abstain, present - recused - yes - no - abstain), voting.Tally);
        Assert.Equal([new CaseDecided(voting.Declaration, result)], voting.Events);
    }

    [Fact]
    public void A_case_that_recusal_leaves_without_quorum_is_put_off_and_the_others_go_on()
    {
        var room = A.Meeting().ReadyToVote(9);
        var fourth = room.Case(room.Seat(5));

        Refused.With(AssessmentRules.CaseQuorum, () => fourth.OpenVoting(room.Meeting));
        fourth.Defer();

        Assert.Equal((MeetingCaseStatus.Deferred, false), (fourth.Status, fourth.IsLive));
        Assert.Equal(MeetingCaseStatus.Voting, room.Voting().Status);
    }

    [Fact]
    public void When_presence_falls_under_the_quorum_the_cases_left_are_not_voted_and_those_decided_stand()
    {
        var room = A.Meeting().ReadyToVote(9);
        var fifteenth = room.Ballot(room.Voting(), yes: 6, no: 3);
        var sixteenth = room.Voting();
        var seventeenth = room.Case();

        room.Meeting.MarkPresence(room.Seat(9), false, MeetingRoom.Opening);

        Refused.With(AssessmentRules.MeetingOpen, () => room.Cast(sixteenth, room.Seat(3)));
        Refused.With(AssessmentRules.MeetingOpen, () => seventeenth.OpenVoting(room.Meeting));
        Assert.Equal(AssessmentResult.Passed, fifteenth.Result);
    }

    [Fact]
    public void A_recused_member_has_no_vote()
    {
        var room = A.Meeting().ReadyToVote(13);
        var voting = room.Voting(room.Seat(4));

        Refused.With(AssessmentRules.NotRecused, () => room.Cast(voting, room.Seat(4)));

        Assert.DoesNotContain(room.Seat(4), voting.Voters);
    }

    [Fact]
    public void Only_members_in_the_room_vote()
    {
        var room = A.Meeting().ReadyToVote(12);
        var voting = room.Voting();
        room.Meeting.MarkPresence(room.Seat(12), false, MeetingRoom.Opening);

        Refused.With(AssessmentRules.PresentInPerson, () => room.Cast(voting, room.Seat(13)));
        Refused.With(AssessmentRules.PresentInPerson, () => room.Cast(voting, room.Seat(12)));
        Refused.With(AssessmentRules.PresentInPerson, () => room.Cast(voting, PersonId.New()));
    }

    [Fact]
    public void Who_comes_after_voting_opened_does_not_vote_on_that_case()
    {
        var room = A.Meeting().ReadyToVote(12);
        var voting = room.Voting();

        room.Meeting.MarkPresence(room.Seat(13), true, MeetingRoom.Opening);

        Refused.With(AssessmentRules.VotingOpen, () => room.Cast(voting, room.Seat(13)));
    }

    [Fact]
    public void A_second_ballot_is_refused()
    {
        var room = A.Meeting().ReadyToVote(13);
        var voting = room.Voting();

        Refused.With(
            AssessmentRules.OneBallot, () => voting.Cast(room.Meeting, room.Seat(3), BallotChoice.No, hasVoted: true));
    }

    [Fact]
    public void Nobody_votes_before_voting_opens_or_after_it_closed()
    {
        var room = A.Meeting().ReadyToVote(13);
        var listed = room.Case();
        var closed = room.Ballot(room.Voting(), yes: 12);

        Refused.With(AssessmentRules.VotingOpen, () => room.Cast(listed, room.Seat(13)));
        Refused.With(AssessmentRules.VotingOpen, () => room.Cast(closed, room.Seat(13)));
        Refused.With(AssessmentRules.VotingOpen, () => room.Close(closed));
        Refused.With(AssessmentRules.CaseListed, () => closed.OpenVoting(room.Meeting));
        Refused.With(AssessmentRules.CaseListed, closed.Defer);
        Refused.With(AssessmentRules.CaseListed, () => closed.Recuse(room.Seat(3), "近三年同单位"));
        Refused.With(AssessmentRules.VotingOpen, closed.VoidVoting);
    }

    [Fact]
    public void Voting_opens_when_both_codes_are_drawn()
    {
        var room = A.Meeting().Opened(13);

        Refused.With(AssessmentRules.CodesDrawn, () => room.Voting());
        room.Meeting.DrawDirectorCode(room.Director);
        Refused.With(AssessmentRules.CodesDrawn, () => room.Voting());
    }

    [Fact]
    public void One_person_never_holds_both_codes()
    {
        var room = A.Meeting().Opened(13);
        room.Meeting.DrawDirectorCode(room.Director);

        Refused.With(AssessmentRules.SupervisorIndependent, () => room.Meeting.DrawSupervisorCode(room.Director));
        Refused.With(AssessmentRules.SupervisorIndependent, () => room.Meeting.DrawSupervisorCode(room.Seat(13)));
    }

    [Fact]
    public void A_ballot_is_not_counted_when_the_quorum_was_lost_while_it_was_held()
    {
        var room = A.Meeting().ReadyToVote(10);
        var voting = room.Voting(room.Seat(10));

        room.Meeting.MarkPresence(room.Seat(3), false, MeetingRoom.Opening);
        Refused.With(AssessmentRules.CaseQuorum, () => room.Close(voting));
        room.Meeting.Suspend();
        Refused.With(AssessmentRules.MeetingOpen, () => room.Close(voting));
    }

    [Fact]
    public void A_box_with_ballots_nobody_cast_is_not_counted()
    {
        var room = A.Meeting().ReadyToVote(9);
        var voting = room.Voting();
        var other = A.Meeting().ReadyToVote(9);
        var (_, foreign) = other.Voting().Cast(other.Meeting, other.Seat(3), BallotChoice.Yes, hasVoted: false);

        void Close(int ballots, int receipts) => voting.CloseVoting(
            room.Meeting, room.DirectorCode, room.SupervisorCode,
            [.. Enumerable.Repeat(foreign, ballots)], receipts, MeetingRoom.Opening);

        Refused.With(AssessmentRules.BoxIntact, () => Close(ballots: 1, receipts: 0));
        Refused.With(AssessmentRules.BoxIntact, () => Close(ballots: 0, receipts: 1));
        Refused.With(AssessmentRules.BoxIntact, () => Close(ballots: 1, receipts: 1));
    }

    [Fact]
    public void The_box_opens_only_with_both_codes()
    {
        var room = A.Meeting().ReadyToVote(13);
        var voting = room.Voting();

        Assert.All(
            new[]
            {
                (room.DirectorCode, "AAAA-AAAA-AAAA"),
                ("AAAA-AAAA-AAAA", room.SupervisorCode),
                (room.SupervisorCode, room.DirectorCode),
            },
            codes => Refused.With(
                AssessmentRules.BothCodes, () => voting.CloseVoting(room.Meeting, codes.Item1, codes.Item2, [], 0, MeetingRoom.Opening)));

        Assert.Equal((MeetingCaseStatus.Voting, null), (voting.Status, voting.Tally));
    }

    [Fact]
    public void A_lost_code_voids_the_ballot_and_it_is_held_again()
    {
        var room = A.Meeting().ReadyToVote(13);
        var voting = room.Voting();
        room.Cast(voting, room.Seat(3));

        voting.VoidVoting();

        Assert.Equal(MeetingCaseStatus.Listed, voting.Status);
        Assert.Empty(voting.Voters);
        Assert.Null(voting.Box);
    }

    [Fact]
    public void Closing_destroys_the_key_and_gives_the_choices_new_ids()
    {
        var room = A.Meeting().ReadyToVote(9);
        var voting = room.Voting();
        Assert.All(voting.Voters, v => room.Cast(voting, v, v == room.Seat(3) ? BallotChoice.No : BallotChoice.Yes));

        var opened = room.Close(voting);

        Assert.Null(voting.Box);
        Assert.Equal(8, opened.Count(b => b.Choice == BallotChoice.Yes));
        Assert.Equal(9, opened.Select(b => b.Id).Distinct().Count());
    }

    [Fact]
    public void A_receipt_proves_who_voted_and_a_sealed_ballot_shows_nothing()
    {
        var room = A.Meeting().ReadyToVote(13);
        var voting = room.Voting();

        var (yes, sealedYes) = voting.Cast(room.Meeting, room.Seat(3), BallotChoice.Yes, false);
        var (no, sealedNo) = voting.Cast(room.Meeting, room.Seat(4), BallotChoice.No, false);

        Assert.Equal((room.Seat(3), room.Seat(4)), (yes.Voter, no.Voter));
        Assert.NotEqual(yes.Code, no.Code);
        Assert.Equal(sealedYes.Content.Length, sealedNo.Content.Length);
        Assert.Equal(4, sealedYes.Id.Version);
    }

    [Fact]
    public void Receipts_and_ballots_share_nothing_but_the_case()
    {
        var receipt = Properties(typeof(BallotReceipt));

        Assert.All(new[] { typeof(SealedBallot), typeof(OpenedBallot) }, ballot =>
        {
            Assert.Equal(["Case"], receipt.Keys.Intersect(Properties(ballot).Keys));
            Assert.DoesNotContain(Properties(ballot).Values, t =>
                t == typeof(PersonId) || t == typeof(DateTimeOffset) || t == typeof(DateTime) || t == typeof(DateOnly)
                || t == typeof(int) || t == typeof(long));
        });
        Assert.DoesNotContain(receipt.Values, t => t == typeof(BallotChoice) || t == typeof(Guid));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void A_recusal_has_a_reason(string reason)
    {
        var room = A.Meeting();

        Refused.With(ExpertRules.RecusalNeedsReason, () => room.Case().Recuse(room.Seat(3), reason));
    }

    [Fact]
    public void A_member_leaves_a_case_once_and_that_case_only()
    {
        var room = A.Meeting().Opened(11);
        var seventh = room.Case(room.Seat(3), room.Seat(3));
        var eighth = room.Case();

        Assert.Equal([new Recusal(room.Seat(3), "近三年同单位")], seventh.Recusals);
        Assert.Equal((10, 11), (seventh.Eligible(room.Meeting).Count, eighth.Eligible(room.Meeting).Count));
    }

    [Fact]
    public void A_closed_meeting_takes_no_further_case()
    {
        var room = A.Meeting().Opened(13);
        room.Meeting.Close(votingOpen: false, MeetingRoom.Opening);

        Refused.With(AssessmentRules.MeetingOpen, () => room.Case());
    }

    private static Dictionary<string, Type> Properties(Type type) =>
        type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .ToDictionary(p => p.Name, p => p.PropertyType);
}
