using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Declarations;

namespace TitleWorkflow.Domain.Tests.Assessments;

public sealed class MinutesSealTests
{
    private static readonly DateTimeOffset Later = MeetingRoom.Opening.AddHours(8);

    [Fact]
    public void Minutes_are_as_sealed_while_nothing_changes()
    {
        var (meeting, cases) = Signed();

        Assert.True(meeting.IsAsSealed([cases[1], cases[0]], [], []));
    }

    [Fact]
    public void A_case_more_or_less_breaks_the_seal()
    {
        var (meeting, cases) = Signed();

        Assert.False(meeting.IsAsSealed([cases[0]], [], []));
        Assert.False(meeting.IsAsSealed([.. cases, A.Meeting().Case()], [], []));
    }

    [Fact]
    public void Another_reason_for_a_recusal_breaks_the_seal()
    {
        var room = A.Meeting().Opened(13);
        var declaration = DeclarationId.New();
        var (kinship, employer) = (new MeetingCase(room.Meeting, declaration, 1), new MeetingCase(room.Meeting, declaration, 1));
        kinship.Recuse(room.Seat(5), "近亲属");
        employer.Recuse(room.Seat(5), "近三年同单位");
        room.Meeting.Close(votingOpen: false, Later);
        room.Meeting.Sign(room.Director, [kinship], Later);

        Assert.True(room.Meeting.IsAsSealed([kinship], [], []));
        Assert.False(room.Meeting.IsAsSealed([employer], [], []));
    }

    [Fact]
    public void Nothing_is_sealed_before_the_signature() => Assert.False(A.Meeting().Opened(13).Meeting.IsAsSealed([], [], []));

    [Fact]
    public void A_member_is_signed_in_when_first_marked_present()
    {
        var meeting = A.Meeting().Meeting;
        var member = meeting.Seats[4].Person;

        meeting.MarkPresence(member, true, MeetingRoom.Opening);
        meeting.MarkPresence(member, false, MeetingRoom.Opening.AddHours(1));
        meeting.MarkPresence(member, true, MeetingRoom.Opening.AddHours(2));

        Assert.Equal(MeetingRoom.Opening, meeting.Seats[4].SignedInAt);
        Assert.Null(meeting.Seats[5].SignedInAt);
    }

    private static (CommitteeMeeting Meeting, MeetingCase[] Cases) Signed()
    {
        var room = A.Meeting().ReadyToVote(13);
        var first = new MeetingCase(room.Meeting, DeclarationId.New(), 1);
        var second = new MeetingCase(room.Meeting, DeclarationId.New(), 2);
        first.OpenVoting(room.Meeting);
        room.Ballot(first, yes: 9, no: 3, abstain: 1);
        second.Defer();
        room.Meeting.Close(votingOpen: false, Later);
        room.Meeting.Sign(room.Director, [first, second], Later);
        return (room.Meeting, [first, second]);
    }
}
