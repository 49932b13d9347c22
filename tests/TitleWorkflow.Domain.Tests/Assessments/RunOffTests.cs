using System.Reflection;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.Tests.Assessments;

public sealed class RunOffTests
{
    private readonly MeetingRoom room = A.Meeting().ReadyToVote(11);
    private readonly MeetingCase first;
    private readonly MeetingCase second;
    private readonly RunOff runOff;
    private readonly List<SealedRunOffBallot> box = [];

    public RunOffTests()
    {
        first = room.Ballot(room.Voting(), yes: 9, awaitsCap: true);
        second = room.Ballot(room.Voting(), yes: 9, awaitsCap: true);
        runOff = new RunOff(room.Meeting.Id, new CapTie([first.Id, second.Id], 1));
    }

    [Theory]
    [InlineData(6, 4, true, false)]
    [InlineData(4, 6, false, true)]
    [InlineData(1, 0, true, false)]
    [InlineData(5, 5, false, false)]
    [InlineData(0, 0, false, false)]
    public void More_votes_win_and_a_second_tie_leaves_both_over_the_cap(int one, int other, bool firstWins, bool secondWins)
    {
        Vote(one, other);

        CapCandidate[] level = [new(first.Id, first.Tally!, 78.5m), new(second.Id, second.Tally!, 78.5m)];
        var outcome = PassCap.Apply(level, 1, [runOff]);

        Assert.Equal((firstWins, secondWins), (outcome.Within.Contains(first.Id), outcome.Within.Contains(second.Id)));
        Assert.Null(outcome.Tie);
        Assert.Equal(11 - one - other, runOff.Tally!.Abstained);
    }

    [Fact]
    public void Who_left_one_of_the_cases_takes_no_part()
    {
        var left = room.Case(room.Seat(5));
        var between = new RunOff(room.Meeting.Id, new CapTie([first.Id, left.Id], 1));

        between.OpenVoting(room.Meeting, [first, left]);

        Assert.DoesNotContain(room.Seat(5), between.Voters);
        Refused.With(AssessmentRules.VotingOpen, () => between.Cast(room.Meeting, room.Seat(5), first.Id, hasVoted: false));
    }

    [Fact]
    public void A_ballot_names_a_candidate_or_nobody_and_is_cast_once_in_the_room()
    {
        Open();

        Refused.With(CapRules.NamesCandidate, () => Cast(room.Seat(3), MeetingCaseId.New()));
        Refused.With(AssessmentRules.OneBallot, () => runOff.Cast(room.Meeting, room.Seat(3), null, hasVoted: true));
        Refused.With(AssessmentRules.PresentInPerson, () => Cast(room.Seat(13), first.Id));
        Cast(room.Seat(3), null);
    }

    [Fact]
    public void It_is_opened_once_and_held_again_when_it_was_void()
    {
        Open();
        Refused.With(CapRules.RunOffListed, Open);

        runOff.VoidVoting();

        Assert.Null(runOff.Box);
        Open();
    }

    [Fact]
    public void The_box_opens_with_both_codes_and_with_the_ballots_that_were_cast()
    {
        Open();
        Cast(room.Seat(3), first.Id);

        Refused.With(AssessmentRules.BothCodes, () => Close(room.DirectorCode, "WRONG"));
        Refused.With(AssessmentRules.BoxIntact, () => Close(room.DirectorCode, room.SupervisorCode, receipts: 2));
        Assert.Equal([first.Id], Close(room.DirectorCode, room.SupervisorCode).Select(b => b.Choice));
    }

    [Fact]
    public void Nothing_joins_a_voter_to_a_choice()
    {
        Open();
        Cast(room.Seat(3), first.Id);
        Cast(room.Seat(4), null);

        Assert.Single(box.Select(b => b.Content.Length).Distinct());
        Assert.Equal(["Content", "Id", "RunOff"], Properties<SealedRunOffBallot>());
        Assert.Equal(["Choice", "Id", "RunOff"], Properties<OpenedRunOffBallot>());
        Assert.Equal(["Code", "RunOff", "Voter"], Properties<RunOffReceipt>());
    }

    private static IEnumerable<string> Properties<T>() =>
        typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(p => p.Name).Order();

    private void Vote(int one, int other)
    {
        Open();
        MeetingCaseId?[] choices =
            [.. Enumerable.Repeat<MeetingCaseId?>(first.Id, one), .. Enumerable.Repeat<MeetingCaseId?>(second.Id, other)];
        foreach (var (voter, choice) in runOff.Voters.Zip(choices))
        {
            Cast(voter, choice);
        }

        Close(room.DirectorCode, room.SupervisorCode);
    }

    private void Open() => runOff.OpenVoting(room.Meeting, [first, second]);

    private void Cast(PersonId voter, MeetingCaseId? choice) =>
        box.Add(runOff.Cast(room.Meeting, voter, choice, hasVoted: false).Ballot);

    private IReadOnlyList<OpenedRunOffBallot> Close(string director, string supervisor, int? receipts = null) =>
        runOff.CloseVoting(
            room.Meeting, [first, second], (director, supervisor), box, receipts ?? box.Count, MeetingRoom.Opening);
}
