using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.Tests.Assessments;

/// <summary>
/// A meeting with the people and codes it needs. The director has the first seat, the deputy the second; who is in the
/// room sits in the first seats.
/// </summary>
internal sealed class MeetingRoom
{
    public static readonly DateOnly HeldOn = Qingtan.Day("2022-12-06");
    public static readonly DateTimeOffset Opening = Qingtan.Time("2022-12-06 09:00");

    private readonly List<SealedBallot> box = [];

    public MeetingRoom(int size)
    {
        var committee = A.Committee();
        committee.Appoint(A.Seats(size));
        Meeting = CommitteeMeeting.Call(committee, HeldOn, "青檀市人才大厦");
    }

    public CommitteeMeeting Meeting { get; }

    public PersonId Supervisor { get; } = PersonId.New();

    public string DirectorCode { get; private set; } = "";

    public string SupervisorCode { get; private set; } = "";

    public PersonId Director => Seat(1);

    public PersonId Deputy => Seat(2);

    public PersonId Seat(int number) => Meeting.Seats[number - 1].Person;

    public MeetingRoom Attended(int present)
    {
        foreach (var (number, seat) in Meeting.Seats.Index())
        {
            Meeting.MarkPresence(seat.Person, number < present, Opening);
        }

        return this;
    }

    public MeetingRoom Opened(int present)
    {
        Attended(present).Meeting.Open(Opening);
        return this;
    }

    public MeetingRoom ReadyToVote(int present)
    {
        Opened(present);
        DirectorCode = Meeting.DrawDirectorCode(Meeting.Presiding!.Value);
        SupervisorCode = Meeting.DrawSupervisorCode(Supervisor);
        return this;
    }

    public MeetingCase Case(params PersonId[] recused)
    {
        var listed = new MeetingCase(Meeting, DeclarationId.New(), 1);
        Assert.All(recused, p => listed.Recuse(p, "近三年同单位"));
        return listed;
    }

    public MeetingCase Voting(params PersonId[] recused)
    {
        var voting = Case(recused);
        voting.OpenVoting(Meeting);
        return voting;
    }

    public BallotReceipt Cast(MeetingCase voting, PersonId voter, BallotChoice choice = BallotChoice.Yes)
    {
        var (receipt, ballot) = voting.Cast(Meeting, voter, choice, hasVoted: false);
        box.Add(ballot);
        return receipt;
    }

    public IReadOnlyList<OpenedBallot> Close(MeetingCase voting, bool awaitsCap = false)
    {
        SealedBallot[] ballots = [.. box.Where(b => b.Case == voting.Id)];
        return voting.CloseVoting(Meeting, DirectorCode, SupervisorCode, ballots, ballots.Length, Opening, awaitsCap);
    }

    /// <summary>Everybody's ballot on one case: so many of each choice, and nothing from the rest.</summary>
    public MeetingCase Ballot(MeetingCase voting, int yes, int no = 0, int abstain = 0, bool awaitsCap = false)
    {
        BallotChoice[] choices =
        [
            .. Enumerable.Repeat(BallotChoice.Yes, yes),
            .. Enumerable.Repeat(BallotChoice.No, no),
            .. Enumerable.Repeat(BallotChoice.Abstain, abstain),
        ];
        foreach (var (voter, choice) in voting.Voters.Zip(choices))
        {
            Cast(voting, voter, choice);
        }

        Close(voting, awaitsCap);
        return voting;
    }
}
