using System.Security.Cryptography;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.Assessments;

/// <summary>Identifies a run-off.</summary>
public readonly record struct RunOffId(Guid Value)
{
    /// <summary>A fresh, time-ordered id.</summary>
    public static RunOffId New() => new(Guid.CreateVersion7());

    /// <inheritdoc />
    public override string ToString() => Value.ToString();
}

/// <summary>Where a run-off stands.</summary>
public enum RunOffStatus
{
    /// <summary>Called for.</summary>
    Listed,

    /// <summary>Being voted on.</summary>
    Voting,

    /// <summary>Counted.</summary>
    Decided,
}

/// <summary>The count of a run-off.</summary>
/// <param name="Votes">Votes by candidate, in the order of the candidates.</param>
/// <param name="Abstained">Those who named nobody, or cast no valid ballot.</param>
public sealed record RunOffTally(IReadOnlyList<int> Votes, int Abstained);

/// <summary>
/// A secret ballot of its own between those level at the line of a cap (加投): each member present and recused from none of
/// them names one or abstains; more votes win, and who is level again stays over the cap.
/// </summary>
public sealed class RunOff : Aggregate
{
    private RunOff()
    {
    }

    /// <summary>Calls for a run-off.</summary>
    public RunOff(MeetingId meeting, CapTie tie)
    {
        Id = RunOffId.New();
        Meeting = meeting;
        Candidates = [.. tie.Cases.OrderBy(c => c.Value)];
        Seats = tie.Seats;
    }

    /// <summary>Identity.</summary>
    public RunOffId Id { get; private set; }

    /// <summary>The meeting.</summary>
    public MeetingId Meeting { get; private set; }

    /// <summary>Those level at the line.</summary>
    public List<MeetingCaseId> Candidates { get; private set; } = [];

    /// <summary>Places left for them.</summary>
    public int Seats { get; private set; }

    /// <summary>Where it stands.</summary>
    public RunOffStatus Status { get; private set; }

    /// <summary>Who may vote, fixed when voting opened.</summary>
    public List<PersonId> Voters { get; private set; } = [];

    /// <summary>The box ballots are cast into; null unless voting is open.</summary>
    public RunOffBox? Box { get; private set; }

    /// <summary>The count; null until decided.</summary>
    public RunOffTally? Tally { get; private set; }

    /// <summary>When it was decided; null before.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Who has a place; null until decided. Those level at the line again have none.</summary>
    public IReadOnlyList<MeetingCaseId>? Winners => Tally is not { Votes: var votes }
        ? null
        : [.. Candidates.Where((_, i) => votes.Count(v => v >= votes[i]) <= Seats)];

    /// <summary>Members present who have left none of the candidates' cases.</summary>
    public IReadOnlyList<PersonId> Eligible(CommitteeMeeting meeting, IReadOnlyList<MeetingCase> cases) =>
        [.. meeting.Seats.Where(s => s.Present && !IsRecused(s.Person, cases)).Select(s => s.Person)];

    /// <summary>Opens the secret ballot: fixes the voters and makes the box key.</summary>
    /// <exception cref="RuleBrokenException">The meeting is not open, codes are not drawn, no quorum is left, or it was voted on.</exception>
    public void OpenVoting(CommitteeMeeting meeting, IReadOnlyList<MeetingCase> cases)
    {
        AssessmentRules.MeetingOpen.Require(meeting.Status == MeetingStatus.Open);
        CapRules.RunOffListed.Require(Status == RunOffStatus.Listed);
        AssessmentRules.CodesDrawn.Require(
            meeting is { DirectorCode: { } director, SupervisorCode: { } supervisor }
            && director.Person == meeting.Presiding && supervisor.Person != director.Person);
        var voters = Eligible(meeting, cases);
        AssessmentRules.CaseQuorum.Require(Assessments.Tally.IsQuorum(voters.Count, meeting.Size));
        var (publicKey, privateKey) = BallotBox.CreateKey();
        Box = new RunOffBox(
            Id,
            publicKey,
            BallotBox.Seal(meeting.SupervisorCode!.PublicKey, BallotBox.Seal(meeting.DirectorCode!.PublicKey, privateKey)));
        Voters = [.. voters];
        Status = RunOffStatus.Voting;
    }

    /// <summary>A member names a candidate, or nobody, once and in secret. Receipt and sealed ballot share no key, order or time.</summary>
    /// <exception cref="RuleBrokenException">Not open, not in the room, recused, has voted, or names somebody else.</exception>
    public (RunOffReceipt Receipt, SealedRunOffBallot Ballot) Cast(
        CommitteeMeeting meeting, PersonId voter, MeetingCaseId? choice, bool hasVoted)
    {
        AssessmentRules.PresentInPerson.Require(meeting.Seats.Any(s => s.Person == voter && s.Present));
        AssessmentRules.MeetingOpen.Require(meeting.Status == MeetingStatus.Open);
        AssessmentRules.VotingOpen.Require(Status == RunOffStatus.Voting && Voters.Contains(voter));
        AssessmentRules.OneBallot.Require(!hasVoted);
        CapRules.NamesCandidate.Require(choice is null || Candidates.Contains(choice.Value));

        // 0 for nobody: equally long, whatever is chosen.
        var place = choice is { } named ? Candidates.IndexOf(named) + 1 : 0;
        return (RunOffReceipt.For(Id, voter), new SealedRunOffBallot(Id, BallotBox.Seal(Box!.Key, [(byte)place])));
    }

    /// <summary>Opens the box with both codes and counts; the sealed ballots are to be deleted and the returned ones stored.</summary>
    /// <exception cref="RuleBrokenException">
    /// Voting is not open, the quorum was lost, a code is wrong, or the box holds other ballots than
    /// <paramref name="receipts"/> were given for.
    /// </exception>
    public IReadOnlyList<OpenedRunOffBallot> CloseVoting(
        CommitteeMeeting meeting,
        IReadOnlyList<MeetingCase> cases,
        (string Director, string Supervisor) codes,
        IReadOnlyList<SealedRunOffBallot> ballots,
        int receipts,
        DateTimeOffset now)
    {
        AssessmentRules.VotingOpen.Require(Status == RunOffStatus.Voting);
        AssessmentRules.MeetingOpen.Require(meeting.Status == MeetingStatus.Open);
        AssessmentRules.CaseQuorum.Require(
            Assessments.Tally.IsQuorum(Voters.Intersect(Eligible(meeting, cases)).Count(), meeting.Size));
        var director = meeting.DirectorCode!.Unlock(codes.Director);
        var supervisor = meeting.SupervisorCode!.Unlock(codes.Supervisor);
        AssessmentRules.BothCodes.Require(director is not null && supervisor is not null);
        AssessmentRules.BoxIntact.Require(ballots.Count == receipts && receipts <= Voters.Count);
        var places = Open(ballots, BallotBox.Open(director!, BallotBox.Open(supervisor!, Box!.SealedPrivateKey)));
        RandomNumberGenerator.Shuffle(places.AsSpan());
        int[] votes = [.. Candidates.Select((_, i) => places.Count(p => p == i + 1))];
        Tally = new RunOffTally(votes, Voters.Count - votes.Sum());
        Status = RunOffStatus.Decided;
        DecidedAt = now;
        Box = null;
        return [.. places.Select(p => new OpenedRunOffBallot(Id, p >= 1 && p <= Candidates.Count ? Candidates[p - 1] : null))];
    }

    /// <summary>A code or the quorum was lost: the ballot is void and will be held again. Ballots and receipts are to be deleted.</summary>
    /// <exception cref="RuleBrokenException">Voting is not open.</exception>
    public void VoidVoting()
    {
        AssessmentRules.VotingOpen.Require(Status == RunOffStatus.Voting);
        Status = RunOffStatus.Listed;
        Voters = [];
        Box = null;
    }

    /// <summary>The run-off as one line of the signed result table.</summary>
    internal string Line() =>
        $"{string.Join(',', Candidates)}|{Status}|{string.Join(',', Tally?.Votes ?? [])}|{Tally?.Abstained}";

    private bool IsRecused(PersonId person, IReadOnlyList<MeetingCase> cases) =>
        cases.Any(c => Candidates.Contains(c.Id) && c.Recusals.Any(r => r.Person == person));

    private static byte[] Open(IReadOnlyList<SealedRunOffBallot> ballots, byte[] key)
    {
        try
        {
            return [.. ballots.Select(b => BallotBox.Open(key, b.Content)[0])];
        }
        catch (CryptographicException)
        {
            throw new RuleBrokenException(AssessmentRules.BoxIntact);
        }
    }
}
