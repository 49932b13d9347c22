using System.Security.Cryptography;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Experts;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.Assessments;

/// <summary>Identifies one case on a meeting's agenda.</summary>
public readonly record struct MeetingCaseId(Guid Value)
{
    /// <summary>A fresh, time-ordered id.</summary>
    public static MeetingCaseId New() => new(Guid.CreateVersion7());

    /// <inheritdoc />
    public override string ToString() => Value.ToString();
}

/// <summary>Where a case on the agenda stands.</summary>
public enum MeetingCaseStatus
{
    /// <summary>On the agenda.</summary>
    Listed,

    /// <summary>Being voted on.</summary>
    Voting,

    /// <summary>Counted.</summary>
    Decided,

    /// <summary>Put off to another meeting.</summary>
    Deferred,
}

/// <summary>A member left a case because of an interest (回避).</summary>
/// <param name="Person">Who.</param>
/// <param name="Reason">Why.</param>
public sealed record Recusal(PersonId Person, string Reason);

/// <summary>A ballot on a case was counted.</summary>
public sealed record CaseDecided(DeclarationId Declaration, AssessmentResult Result) : IDomainEvent;

/// <summary>One case on the agenda: recusals, voters, secret ballot, tally.</summary>
public sealed class MeetingCase : Aggregate
{
    private MeetingCase()
    {
    }

    /// <summary>Puts a case on the agenda.</summary>
    /// <exception cref="RuleBrokenException">The meeting is over.</exception>
    public MeetingCase(CommitteeMeeting meeting, DeclarationId declaration, int position)
    {
        AssessmentRules.MeetingOpen.Require(meeting.Status < MeetingStatus.Closed);
        Id = MeetingCaseId.New();
        Meeting = meeting.Id;
        Declaration = declaration;
        Position = position;
    }

    /// <summary>Identity.</summary>
    public MeetingCaseId Id { get; private set; }

    /// <summary>The meeting.</summary>
    public MeetingId Meeting { get; private set; }

    /// <summary>The declaration.</summary>
    public DeclarationId Declaration { get; private set; }

    /// <summary>Place on the agenda, from 1; never shown to voters.</summary>
    public int Position { get; private set; }

    /// <summary>Where it stands.</summary>
    public MeetingCaseStatus Status { get; private set; }

    /// <summary>False once put off, or its result set aside, so that the case can come up in another meeting.</summary>
    public bool IsLive { get; private set; } = true;

    /// <summary>Who left the case.</summary>
    public List<Recusal> Recusals { get; private set; } = [];

    /// <summary>Who may vote: present and not recused when voting opened.</summary>
    public List<PersonId> Voters { get; private set; } = [];

    /// <summary>The box ballots are cast into; null unless voting is open.</summary>
    public VotingBox? Box { get; private set; }

    /// <summary>The count; null until decided.</summary>
    public Tally? Tally { get; private set; }

    /// <summary>The result; null until decided, and while it waits for a cap.</summary>
    public AssessmentResult? Result { get; private set; }

    /// <summary>Counted, but not final before the cap is settled.</summary>
    public bool AwaitsCap => Status == MeetingCaseStatus.Decided && Result is null;

    /// <summary>When it was decided; null before.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>A member leaves the case: gone from it and from P (ballot.recusedInDenominator = false).</summary>
    /// <exception cref="RuleBrokenException">No reason, or voting has begun.</exception>
    public void Recuse(PersonId person, string reason)
    {
        ExpertRules.RecusalNeedsReason.Require(!string.IsNullOrWhiteSpace(reason));
        AssessmentRules.CaseListed.Require(Status == MeetingCaseStatus.Listed);
        Recusals = [.. Recusals.Where(r => r.Person != person), new Recusal(person, reason.Trim())];
    }

    /// <summary>Members present and not recused, P.</summary>
    public IReadOnlyList<PersonId> Eligible(CommitteeMeeting meeting) =>
        [.. meeting.Seats.Where(s => s.Present && Recusals.All(r => r.Person != s.Person)).Select(s => s.Person)];

    /// <summary>Opens the secret ballot: fixes the voters and makes the box key.</summary>
    /// <exception cref="RuleBrokenException">The meeting is not open, codes are not drawn, no quorum for the case, or it was voted on.</exception>
    public void OpenVoting(CommitteeMeeting meeting)
    {
        AssessmentRules.MeetingOpen.Require(meeting.Status == MeetingStatus.Open);
        AssessmentRules.CaseListed.Require(Status == MeetingCaseStatus.Listed);
        AssessmentRules.CodesDrawn.Require(
            meeting is { DirectorCode: { } director, SupervisorCode: { } supervisor }
            && director.Person == meeting.Presiding && supervisor.Person != director.Person);
        var voters = Eligible(meeting);
        AssessmentRules.CaseQuorum.Require(Assessments.Tally.IsQuorum(voters.Count, meeting.Size));
        var (publicKey, privateKey) = BallotBox.CreateKey();
        Box = new VotingBox(
            Id,
            publicKey,
            BallotBox.Seal(meeting.SupervisorCode!.PublicKey, BallotBox.Seal(meeting.DirectorCode!.PublicKey, privateKey)));
        Voters = [.. voters];
        Status = MeetingCaseStatus.Voting;
    }

    /// <summary>
    /// A member votes, once and in secret (无记名投票). Receipt and sealed ballot share no key, order or time.
    /// </summary>
    /// <exception cref="RuleBrokenException">Voting is not open, the person is not in the room or is recused, or has voted.</exception>
    public (BallotReceipt Receipt, SealedBallot Ballot) Cast(
        CommitteeMeeting meeting, PersonId voter, BallotChoice choice, bool hasVoted)
    {
        AssessmentRules.NotRecused.Require(Recusals.All(r => r.Person != voter));
        AssessmentRules.PresentInPerson.Require(meeting.Seats.Any(s => s.Person == voter && s.Present));
        AssessmentRules.MeetingOpen.Require(meeting.Status == MeetingStatus.Open);
        AssessmentRules.VotingOpen.Require(Status == MeetingCaseStatus.Voting && Voters.Contains(voter));
        AssessmentRules.OneBallot.Require(!hasVoted);
        return (BallotReceipt.For(Id, voter), new SealedBallot(Id, BallotBox.Seal(Box!.Key, [(byte)choice])));
    }

    /// <summary>
    /// Opens the box with both codes and counts. The sealed ballots are to be deleted and the returned ones stored instead,
    /// which come shuffled and under new ids. Where a cap applies, the result stays open until <see cref="Settle"/>.
    /// </summary>
    /// <exception cref="RuleBrokenException">
    /// Voting is not open, the quorum was lost meanwhile, a code is wrong, or the box holds other ballots than
    /// <paramref name="receipts"/> were given for.
    /// </exception>
    public IReadOnlyList<OpenedBallot> CloseVoting(
        CommitteeMeeting meeting,
        string directorCode,
        string supervisorCode,
        IReadOnlyList<SealedBallot> ballots,
        int receipts,
        DateTimeOffset now,
        bool awaitsCap = false)
    {
        AssessmentRules.VotingOpen.Require(Status == MeetingCaseStatus.Voting);
        AssessmentRules.MeetingOpen.Require(meeting.Status == MeetingStatus.Open);
        AssessmentRules.CaseQuorum.Require(
            Assessments.Tally.IsQuorum(Voters.Intersect(Eligible(meeting)).Count(), meeting.Size));
        var director = meeting.DirectorCode!.Unlock(directorCode);
        var supervisor = meeting.SupervisorCode!.Unlock(supervisorCode);
        AssessmentRules.BothCodes.Require(director is not null && supervisor is not null);
        AssessmentRules.BoxIntact.Require(ballots.Count == receipts && receipts <= Voters.Count);
        var choices = Open(ballots, BallotBox.Open(director!, BallotBox.Open(supervisor!, Box!.SealedPrivateKey)));
        RandomNumberGenerator.Shuffle(choices.AsSpan());
        Tally = Assessments.Tally.Count(choices, Voters.Count);
        Status = MeetingCaseStatus.Decided;
        DecidedAt = now;
        Box = null;
        if (!awaitsCap)
        {
            Settle(Tally.Passes ? AssessmentResult.Passed : AssessmentResult.NotPassed);
        }

        return [.. choices.Select(c => new OpenedBallot(Id, c))];
    }

    /// <summary>The result is final: at the close, or when the cap it waits for is settled.</summary>
    /// <exception cref="RuleBrokenException">It does not wait for one.</exception>
    public void Settle(AssessmentResult result)
    {
        CapRules.AwaitsCap.Require(AwaitsCap);
        Result = result;
        Raise(new CaseDecided(Declaration, result));
    }

    /// <summary>A code or the quorum was lost: the ballot is void and will be held again. Ballots and receipts are to be deleted.</summary>
    /// <exception cref="RuleBrokenException">Voting is not open.</exception>
    public void VoidVoting()
    {
        AssessmentRules.VotingOpen.Require(Status == MeetingCaseStatus.Voting);
        Status = MeetingCaseStatus.Listed;
        Voters = [];
        Box = null;
    }

    /// <summary>Puts the case off to another meeting.</summary>
    /// <exception cref="RuleBrokenException">It is being voted on or decided.</exception>
    public void Defer()
    {
        AssessmentRules.CaseListed.Require(Status == MeetingCaseStatus.Listed);
        Status = MeetingCaseStatus.Deferred;
        IsLive = false;
    }

    /// <summary>
    /// A re-examination sets the result aside: recusals, voters, ballots and tally stay as they are, and the case can come up in
    /// another meeting.
    /// </summary>
    /// <exception cref="RuleBrokenException">It has no result.</exception>
    internal void SetAside()
    {
        ReexaminationRules.ResultSetAside.Require(Result is not null);
        IsLive = false;
    }

    private static BallotChoice[] Open(IReadOnlyList<SealedBallot> ballots, byte[] key)
    {
        try
        {
            return [.. ballots.Select(b => (BallotChoice)BallotBox.Open(key, b.Content)[0])];
        }
        catch (CryptographicException)
        {
            // Altered, or sealed for another box: not a ballot somebody here cast.
            throw new RuleBrokenException(AssessmentRules.BoxIntact);
        }
    }
}
