using TitleWorkflow.Domain.Committees;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.Assessments;

/// <summary>Identifies a meeting.</summary>
public readonly record struct MeetingId(Guid Value)
{
    /// <summary>A fresh, time-ordered id.</summary>
    public static MeetingId New() => new(Guid.CreateVersion7());

    /// <inheritdoc />
    public override string ToString() => Value.ToString();
}

/// <summary>Where a meeting stands.</summary>
public enum MeetingStatus
{
    /// <summary>Called, not begun.</summary>
    Planned,

    /// <summary>Open, with a quorum.</summary>
    Open,

    /// <summary>Suspended: the quorum is lost.</summary>
    Suspended,

    /// <summary>Closed; results wait for the signature.</summary>
    Closed,

    /// <summary>Signed and sealed; results are in force.</summary>
    Signed,
}

/// <summary>A member's seat at one meeting.</summary>
/// <param name="Person">Who.</param>
/// <param name="Position">As what.</param>
/// <param name="Present">Whether the member signed in, or was marked by the office, and is in the room.</param>
/// <param name="SignedInAt">When the member first signed in (签到); null for who never came.</param>
public sealed record MeetingSeat(
    PersonId Person, CommitteePosition Position, bool Present = false, DateTimeOffset? SignedInAt = null);

/// <summary>The meeting was signed: the results of these cases are in force.</summary>
public sealed record ResultsSigned(MeetingId Meeting) : IDomainEvent;

/// <summary>One meeting of a committee (评审会议): attendance, quorum, presiding director, codes of the ballot box, signature.</summary>
public sealed class CommitteeMeeting : Aggregate
{
    private CommitteeMeeting()
    {
    }

    /// <summary>Identity.</summary>
    public MeetingId Id { get; private set; }

    /// <summary>The committee.</summary>
    public OrganisationId Committee { get; private set; }

    /// <summary>Date of the meeting.</summary>
    public DateOnly HeldOn { get; private set; }

    /// <summary>Where it is held.</summary>
    public string Place { get; private set; } = "";

    /// <summary>Where it stands.</summary>
    public MeetingStatus Status { get; private set; }

    /// <summary>The members as they were when the meeting was called; alternates excluded.</summary>
    public List<MeetingSeat> Seats { get; private set; } = [];

    /// <summary>
    /// Who presides; known when it opens. Passes on when the meeting is taken up again without that person in the room.
    /// </summary>
    public PersonId? Presiding { get; private set; }

    /// <summary>What the codes on the screen in the room are made of; shown to nobody.</summary>
    public byte[] SignInKey { get; private set; } = [];

    /// <summary>The presiding director's half of the box key; null until drawn.</summary>
    public CodeHolder? DirectorCode { get; private set; }

    /// <summary>The supervisor's half of the box key; null until drawn.</summary>
    public CodeHolder? SupervisorCode { get; private set; }

    /// <summary>When it opened; null before.</summary>
    public DateTimeOffset? OpenedAt { get; private set; }

    /// <summary>When it closed; null before.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>When the result table was signed; null before.</summary>
    public DateTimeOffset? SignedAt { get; private set; }

    /// <summary>SHA-256 of what the minutes rest on: the seal, lower-case hex; null before the signature.</summary>
    public string? ResultHash { get; private set; }

    /// <summary>Committee size N.</summary>
    public int Size => Seats.Count;

    /// <summary>Members present P.</summary>
    public int Present => Seats.Count(s => s.Present);

    /// <summary>Whether those present make a quorum.</summary>
    public bool HasQuorum => Tally.IsQuorum(Present, Size);

    private IEnumerable<MeetingSeat> AbleToPreside => Seats
        .Where(s => s.Present && s.Position is CommitteePosition.Director or CommitteePosition.Deputy)
        .OrderBy(s => s.Position);

    /// <summary>Calls a meeting.</summary>
    /// <exception cref="RuleBrokenException">The committee is not authorised on that day, is even or too small.</exception>
    public static CommitteeMeeting Call(ReviewCommittee committee, DateOnly heldOn, string place)
    {
        CommitteeRules.Authorized.Require(committee.IsAuthorizedOn(heldOn));
        CommitteeRules.Odd.Require(committee.Size % 2 == 1);
        CommitteeRules.LargeEnough.Require(committee.Size >= ReviewCommittee.MinimumSize(committee.Level));
        return new CommitteeMeeting
        {
            Id = MeetingId.New(),
            Committee = committee.Id,
            HeldOn = heldOn,
            Place = place,
            Seats = [.. committee.Members.Select(m => new MeetingSeat(m.Person, m.Position))],
            SignInKey = Assessments.SignInCode.NewKey(),
        };
    }

    /// <summary>The code the screen in the room shows at an instant.</summary>
    public string SignInCode(DateTimeOffset now) => Assessments.SignInCode.At(SignInKey, now);

    /// <summary>A member signs in with the code read off the screen, on a device of their own.</summary>
    /// <exception cref="RuleBrokenException">Another code is on the screen, the person has no seat, or the meeting is over.</exception>
    public void SignIn(PersonId person, string? code, DateTimeOffset now)
    {
        AssessmentRules.CodeOnScreen.Require(Assessments.SignInCode.IsShown(SignInKey, code, now));
        MarkPresence(person, present: true, now);
    }

    /// <summary>
    /// The office marks who is in the room; losing the quorum, or everyone who could preside, suspends an open meeting.
    /// </summary>
    /// <exception cref="RuleBrokenException">The person has no seat, or the meeting is over.</exception>
    public void MarkPresence(PersonId person, bool present, DateTimeOffset now)
    {
        AssessmentRules.PresentInPerson.Require(Seats.Any(s => s.Person == person));
        AssessmentRules.MeetingOpen.Require(Status < MeetingStatus.Closed);
        Seats =
        [
            .. Seats.Select(s => s.Person == person
                ? s with { Present = present, SignedInAt = present ? s.SignedInAt ?? now : s.SignedInAt }
                : s),
        ];
        if (Status == MeetingStatus.Open && !(HasQuorum && AbleToPreside.Any()))
        {
            Status = MeetingStatus.Suspended;
        }
    }

    /// <summary>Opens the meeting, or takes it up again after a suspension.</summary>
    /// <exception cref="RuleBrokenException">No quorum, nobody to preside, or already open or over.</exception>
    public void Open(DateTimeOffset now)
    {
        AssessmentRules.MeetingPlanned.Require(Status is MeetingStatus.Planned or MeetingStatus.Suspended);
        AssessmentRules.Quorum.Require(HasQuorum);
        AssessmentRules.Presided.Require(AbleToPreside.Any());
        if (AbleToPreside.All(s => s.Person != Presiding))
        {
            Presiding = AbleToPreside.First().Person;
        }

        OpenedAt ??= now;
        Status = MeetingStatus.Open;
    }

    /// <summary>A break, or a change of who presides: nothing is voted until the meeting is taken up again.</summary>
    /// <exception cref="RuleBrokenException">Not open.</exception>
    public void Suspend()
    {
        AssessmentRules.MeetingOpen.Require(Status == MeetingStatus.Open);
        Status = MeetingStatus.Suspended;
    }

    /// <summary>The presiding director draws the code that is half of the box key; returned once, stored nowhere.</summary>
    /// <exception cref="RuleBrokenException">Not open, somebody else presides, or a code was drawn before.</exception>
    public string DrawDirectorCode(PersonId by)
    {
        AssessmentRules.MeetingOpen.Require(Status == MeetingStatus.Open);
        AssessmentRules.CodeOfPresiding.Require(Presiding == by);
        AssessmentRules.CodesFixed.Require(DirectorCode is null);
        (DirectorCode, var code) = CodeHolder.Draw(by);
        return code;
    }

    /// <summary>The supervisor draws the code that is the other half; returned once, stored nowhere.</summary>
    /// <exception cref="RuleBrokenException">Not open, a code was drawn before, or the person has a seat.</exception>
    public string DrawSupervisorCode(PersonId by)
    {
        AssessmentRules.MeetingOpen.Require(Status == MeetingStatus.Open);
        AssessmentRules.SupervisorIndependent.Require(Seats.All(s => s.Person != by));
        AssessmentRules.CodesFixed.Require(SupervisorCode is null);
        (SupervisorCode, var code) = CodeHolder.Draw(by);
        return code;
    }

    /// <summary>A code was lost: both are forgotten. Every open ballot must have been voided before.</summary>
    /// <exception cref="RuleBrokenException">Not begun, over, or a voting is open.</exception>
    public void ForgetCodes(bool votingOpen)
    {
        AssessmentRules.MeetingOpen.Require(Status is MeetingStatus.Open or MeetingStatus.Suspended);
        AssessmentRules.CodesFixed.Require(!votingOpen);
        DirectorCode = null;
        SupervisorCode = null;
    }

    /// <summary>Closes the meeting; what the codes opened is forgotten with it.</summary>
    /// <exception cref="RuleBrokenException">Not begun, over, a voting is open, or a result waits for a cap.</exception>
    public void Close(bool votingOpen, DateTimeOffset now, bool awaitsCap = false)
    {
        AssessmentRules.MeetingOpen.Require(Status is MeetingStatus.Open or MeetingStatus.Suspended);
        AssessmentRules.MeetingClosed.Require(!votingOpen);
        CapRules.CapSettled.Require(!awaitsCap);
        Status = MeetingStatus.Closed;
        ClosedAt = now;
        DirectorCode = null;
        SupervisorCode = null;
    }

    /// <summary>The director who presided announces and signs the result table (签署); the seal binds the minutes.</summary>
    /// <param name="by">Who signs.</param>
    /// <param name="cases">The agenda.</param>
    /// <param name="now">When.</param>
    /// <param name="runOffs">The run-offs; none if null.</param>
    /// <param name="sheets">The sheets that were before the members; none if null.</param>
    /// <exception cref="RuleBrokenException">Not closed, or somebody else presided.</exception>
    public void Sign(
        PersonId by,
        IReadOnlyList<MeetingCase> cases,
        DateTimeOffset now,
        IReadOnlyList<RunOff>? runOffs = null,
        IReadOnlyList<ScoreSheet>? sheets = null)
    {
        AssessmentRules.MeetingClosed.Require(Status == MeetingStatus.Closed);
        AssessmentRules.SignedByPresiding.Require(Presiding == by);
        Status = MeetingStatus.Signed;
        SignedAt = now;
        ResultHash = MinutesSeal.Of(this, cases, runOffs ?? [], sheets ?? []);
        Raise(new ResultsSigned(Id));
    }

    /// <summary>Whether all of this is still as it was when the director signed; false before the signature.</summary>
    public bool IsAsSealed(
        IReadOnlyList<MeetingCase> cases, IReadOnlyList<RunOff> runOffs, IReadOnlyList<ScoreSheet> sheets) =>
        ResultHash == MinutesSeal.Of(this, cases, runOffs, sheets);
}
