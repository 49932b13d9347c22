using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Committees;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.Tests.Assessments;

public sealed class CommitteeMeetingTests
{
    [Theory]
    [InlineData("2022-07-18", false)]
    [InlineData("2022-07-19", true)]
    [InlineData("2025-07-18", true)]
    [InlineData("2025-07-19", false)]
    public void A_meeting_is_held_while_the_authorisation_lasts(string heldOn, bool authorised)
    {
        var committee = A.Committee();
        committee.Appoint(A.Seats(13));

        void Call() => CommitteeMeeting.Call(committee, Qingtan.Day(heldOn), "青檀市人才大厦");

        if (authorised)
        {
            Call();
        }
        else
        {
            Refused.With(CommitteeRules.Authorized, Call);
        }
    }

    [Fact]
    public void Who_signs_in_reads_the_code_of_this_minute_or_the_one_before_off_the_screen()
    {
        var committee = A.Committee();
        committee.Appoint(A.Seats(13));
        var meeting = CommitteeMeeting.Call(committee, MeetingRoom.HeldOn, "青檀市人才大厦");
        var now = Qingtan.Time("2022-12-06");
        var code = meeting.SignInCode(now);
        var (first, second) = (committee.Members[0].Person, committee.Members[1].Person);

        meeting.SignIn(first, code, now.AddSeconds(59));
        Refused.With(AssessmentRules.CodeOnScreen, () => meeting.SignIn(second, code, now.AddMinutes(2)));
        Refused.With(AssessmentRules.CodeOnScreen, () => meeting.SignIn(second, null, now));
        Refused.With(AssessmentRules.PresentInPerson, () => meeting.SignIn(PersonId.New(), code, now));

        Assert.Equal(1, meeting.Present);
    }

    [Fact]
    public void A_committee_without_members_calls_no_meeting() =>
        Refused.With(CommitteeRules.Odd, () => CommitteeMeeting.Call(A.Committee(), MeetingRoom.HeldOn, ""));

    [Fact]
    public void Alternates_have_no_seat_at_the_meeting()
    {
        var committee = A.Committee();
        committee.Appoint([.. A.Seats(13), new CommitteeSeat(PersonId.New(), CommitteePosition.Alternate)]);

        Assert.Equal(13, CommitteeMeeting.Call(committee, MeetingRoom.HeldOn, "").Size);
    }

    [Theory]
    [InlineData(13, 9)]
    [InlineData(11, 8)]
    [InlineData(25, 17)]
    public void A_meeting_opens_with_exactly_two_thirds(int size, int quorum)
    {
        Refused.With(AssessmentRules.Quorum, () => A.Meeting(size).Opened(quorum - 1));

        Assert.Equal(MeetingStatus.Open, A.Meeting(size).Opened(quorum).Meeting.Status);
    }

    [Fact]
    public void The_deputy_presides_when_the_director_is_away()
    {
        var room = A.Meeting().Attended(13);
        room.Meeting.MarkPresence(room.Director, false, MeetingRoom.Opening);

        room.Meeting.Open(MeetingRoom.Opening);

        Assert.Equal(room.Deputy, room.Meeting.Presiding);
    }

    [Fact]
    public void Nobody_but_director_and_deputy_presides()
    {
        var room = A.Meeting().Attended(13);
        room.Meeting.MarkPresence(room.Director, false, MeetingRoom.Opening);
        room.Meeting.MarkPresence(room.Deputy, false, MeetingRoom.Opening);

        Refused.With(AssessmentRules.Presided, () => room.Meeting.Open(MeetingRoom.Opening));
    }

    [Fact]
    public void A_meeting_is_suspended_when_nobody_is_left_to_preside()
    {
        var room = A.Meeting().Opened(13);

        room.Meeting.MarkPresence(room.Director, false, MeetingRoom.Opening);
        var withDeputy = room.Meeting.Status;
        room.Meeting.MarkPresence(room.Deputy, false, MeetingRoom.Opening);

        Assert.Equal((MeetingStatus.Open, MeetingStatus.Suspended), (withDeputy, room.Meeting.Status));
    }

    [Fact]
    public void A_meeting_is_suspended_when_presence_falls_under_the_quorum_and_taken_up_again_with_it()
    {
        var room = A.Meeting().Opened(9);

        room.Meeting.MarkPresence(room.Seat(9), false, MeetingRoom.Opening);
        var status = room.Meeting.Status;
        Refused.With(AssessmentRules.Quorum, () => room.Meeting.Open(MeetingRoom.Opening.AddHours(1)));
        room.Meeting.MarkPresence(room.Seat(10), true, MeetingRoom.Opening);
        room.Meeting.Open(MeetingRoom.Opening.AddHours(2));

        Assert.Equal((MeetingStatus.Suspended, MeetingStatus.Open), (status, room.Meeting.Status));
        Assert.Equal((room.Director, MeetingRoom.Opening), (room.Meeting.Presiding, room.Meeting.OpenedAt));
    }

    [Fact]
    public void The_deputy_takes_over_when_the_meeting_goes_on_without_its_director()
    {
        var room = A.Meeting().ReadyToVote(9);
        room.Meeting.MarkPresence(room.Director, false, MeetingRoom.Opening);
        room.Meeting.MarkPresence(room.Seat(10), true, MeetingRoom.Opening);

        room.Meeting.Open(MeetingRoom.Opening.AddHours(1));

        Assert.Equal(room.Deputy, room.Meeting.Presiding);
        Refused.With(AssessmentRules.CodesDrawn, () => room.Voting());
        room.Meeting.ForgetCodes(votingOpen: false);
        room.Meeting.DrawDirectorCode(room.Deputy);
        room.Meeting.DrawSupervisorCode(room.Supervisor);
        Assert.Equal(MeetingCaseStatus.Voting, room.Voting().Status);
    }

    [Fact]
    public void Only_members_are_marked_present() =>
        Refused.With(AssessmentRules.PresentInPerson, () => A.Meeting().Meeting.MarkPresence(PersonId.New(), true, MeetingRoom.Opening));

    [Fact]
    public void An_open_meeting_is_not_opened_again() =>
        Refused.With(AssessmentRules.MeetingPlanned, () => A.Meeting().Opened(13).Meeting.Open(MeetingRoom.Opening));

    [Fact]
    public void Codes_are_drawn_once_and_while_the_meeting_is_open()
    {
        var planned = A.Meeting().Attended(13);
        var room = A.Meeting().ReadyToVote(13);

        Refused.With(AssessmentRules.MeetingOpen, () => planned.Meeting.DrawDirectorCode(planned.Director));
        Refused.With(AssessmentRules.MeetingOpen, () => planned.Meeting.DrawSupervisorCode(planned.Supervisor));
        Refused.With(AssessmentRules.MeetingOpen, () => planned.Meeting.ForgetCodes(votingOpen: false));
        Refused.With(AssessmentRules.CodesFixed, () => room.Meeting.DrawDirectorCode(room.Director));
        Refused.With(AssessmentRules.CodesFixed, () => room.Meeting.DrawSupervisorCode(room.Supervisor));
        Refused.With(AssessmentRules.CodesFixed, () => room.Meeting.ForgetCodes(votingOpen: true));
    }

    [Fact]
    public void The_director_s_code_is_drawn_by_who_presides()
    {
        var room = A.Meeting().Opened(13);

        Refused.With(AssessmentRules.CodeOfPresiding, () => room.Meeting.DrawDirectorCode(room.Deputy));
    }

    [Fact]
    public void A_break_lets_the_deputy_take_over()
    {
        var room = A.Meeting().Opened(13);
        room.Meeting.MarkPresence(room.Director, false, MeetingRoom.Opening);

        room.Meeting.Suspend();
        Refused.With(AssessmentRules.MeetingOpen, room.Meeting.Suspend);
        room.Meeting.Open(MeetingRoom.Opening.AddHours(1));

        Assert.Equal(room.Deputy, room.Meeting.Presiding);
    }

    [Fact]
    public void A_closed_meeting_keeps_no_codes()
    {
        var meeting = A.Meeting().ReadyToVote(13).Meeting;

        meeting.Close(votingOpen: false, MeetingRoom.Opening);

        Assert.Equal((null, null), (meeting.DirectorCode, meeting.SupervisorCode));
    }

    [Fact]
    public void A_meeting_is_closed_when_no_voting_is_open_and_then_signed_by_who_presided()
    {
        var meeting = A.Meeting().Opened(13).Meeting;
        var presiding = meeting.Presiding!.Value;
        var later = MeetingRoom.Opening.AddHours(8);

        Refused.With(AssessmentRules.MeetingClosed, () => meeting.Close(votingOpen: true, later));
        Refused.With(AssessmentRules.MeetingClosed, () => meeting.Sign(presiding, [], later));
        meeting.Close(votingOpen: false, later);
        Refused.With(AssessmentRules.MeetingOpen, () => meeting.Close(votingOpen: false, later));
        Refused.With(AssessmentRules.MeetingOpen, () => meeting.MarkPresence(presiding, false, MeetingRoom.Opening));
        Refused.With(AssessmentRules.SignedByPresiding, () => meeting.Sign(meeting.Seats[1].Person, [], later));
        meeting.Sign(presiding, [], later);

        Assert.Equal(MeetingStatus.Signed, meeting.Status);
        Assert.Matches("^[0-9a-f]{64}$", meeting.ResultHash);
        Assert.Equal([new ResultsSigned(meeting.Id)], meeting.Events);
    }
}
