using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.Declarations;

/// <summary>What the committee decided.</summary>
public enum AssessmentResult
{
    /// <summary>At least two thirds of those present voted yes.</summary>
    Passed,

    /// <summary>Fewer did.</summary>
    NotPassed,

    /// <summary>Enough did, but the cap was reached.</summary>
    OverCap,
}

public sealed partial class Declaration
{
    /// <summary>Last day of publicity at the employer, ended without objection; null before.</summary>
    public DateOnly? EmployerPublicityEndedOn { get; private set; }

    /// <summary>When it was accepted; null before.</summary>
    public DateTimeOffset? AcceptedAt { get; private set; }

    /// <summary>Whether at least three experts gave their opinion.</summary>
    public bool GroupReviewed { get; private set; }

    /// <summary>The committee's decision; null before.</summary>
    public AssessmentResult? Result { get; private set; }

    /// <summary>Date of the ballot; null before.</summary>
    public DateOnly? VotedOn { get; private set; }

    /// <summary>When the presiding director signed the result; null before.</summary>
    public DateTimeOffset? ResultSignedAt { get; private set; }

    /// <summary>Last day to ask for re-examination, till 24:00; null before the result was told, and for a pass.</summary>
    public DateOnly? ReexaminableUntil { get; private set; }

    /// <summary>Last day of result publicity, ended without objection; null before.</summary>
    public DateOnly? ResultPublicityEndedOn { get; private set; }

    /// <summary>Number of the confirming document; null before.</summary>
    public string? ConfirmationNumber { get; private set; }

    /// <summary>When it was confirmed; null before.</summary>
    public DateTimeOffset? ConfirmedAt { get; private set; }

    /// <summary>True where a unit reviewed by its own power: its result is filed (备案), not confirmed.</summary>
    public bool IsFiled => Channel.IsByOwnPower();

    /// <summary>
    /// The flow reaches a step: the case takes its status and is with <paramref name="office"/> until
    /// <paramref name="dueOn"/>. The order of steps is the flow's; only statutory preconditions are asked here.
    /// </summary>
    /// <exception cref="RuleBrokenException">A statutory precondition of that status is missing, or the case has ended.</exception>
    public void Enter(DeclarationStatus status, Stage stage, OrganisationId? office, DateOnly? dueOn, DateTimeOffset now)
    {
        DeclarationRules.NotEnded.Require(IsLive);
        RequirePreconditions(status);
        Status = status;
        WithOffice = office;
        DueOn = dueOn;
        if (stage != Stage || !StageEnteredAt.ContainsKey(stage))
        {
            Stage = stage;
            StageEnteredAt = new Dictionary<Stage, DateTimeOffset>(StageEnteredAt);
            StageEnteredAt.TryAdd(stage, now);
        }
    }

    /// <summary>The last day of the present step moved, because the official calendar did.</summary>
    /// <exception cref="RuleBrokenException">The case has ended.</exception>
    public void MoveDueOn(DateOnly dueOn)
    {
        DeclarationRules.NotEnded.Require(IsLive);
        DueOn = dueOn;
    }

    /// <summary>Refused with reasons; the case ends.</summary>
    /// <exception cref="RuleBrokenException">No reason is given, or the case has ended.</exception>
    public void Refuse(string reason, Actor by, DateTimeOffset now)
    {
        DeclarationRules.NotEnded.Require(IsLive);
        DeclarationRules.RefusalReasoned.Require(!string.IsNullOrWhiteSpace(reason));
        End(DeclarationStatus.Refused, reason);
        Note(HistoryAct.Refused, by, now, reason);
    }

    /// <summary>Publicity at the employer ended without objection on <paramref name="lastDay"/>.</summary>
    public void ClearEmployerPublicity(DateOnly lastDay, DateTimeOffset now)
    {
        EmployerPublicityEndedOn = lastDay;
        Note(HistoryAct.EmployerPublicityEnded, Actor.Clock, now);
    }

    /// <summary>The employer recommends the applicant (推荐).</summary>
    /// <param name="isObjectedTo">Whether an objection to the name is looked into.</param>
    /// <param name="opinion">The employer's opinion; null if none.</param>
    /// <param name="by">The employer.</param>
    /// <param name="now">When.</param>
    /// <exception cref="RuleBrokenException">An objection is open.</exception>
    public void Recommend(bool isObjectedTo, string? opinion, Actor by, DateTimeOffset now)
    {
        DeclarationRules.ObjectionsDecided.Require(!isObjectedTo);
        Note(HistoryAct.Recommended, by, now, opinion);
    }

    /// <summary>An objection to the posted name was found right; the case ends with it.</summary>
    /// <exception cref="RuleBrokenException">The case has ended.</exception>
    public void WithdrawName(string finding, Actor by, DateTimeOffset now)
    {
        DeclarationRules.NotEnded.Require(IsLive);
        End(DeclarationStatus.Cancelled, finding);
        Note(HistoryAct.ObjectionUpheld, by, now, finding);
    }

    /// <summary>The organising unit accepts the case (受理).</summary>
    public void Accept(Actor by, DateTimeOffset now)
    {
        DeclarationRules.NotEnded.Require(IsLive);
        DeclarationRules.EmployerPublicityFirst.Require(EmployerPublicityEndedOn is not null);
        AcceptedAt = now;
        Note(HistoryAct.Accepted, by, now);
        Raise(new DeclarationAccepted(Id, Channel));
    }

    /// <summary>The supplement was not given in time: deemed withdrawn (视为放弃).</summary>
    public void Lapse(DateTimeOffset now)
    {
        DeclarationRules.NotEnded.Require(IsLive);
        End(DeclarationStatus.DeemedWithdrawn, null);
        Note(HistoryAct.SupplementLapsed, Actor.Clock, now);
    }

    /// <summary>The supervisor overturns a lapse for a recorded reason; the case lives again.</summary>
    /// <exception cref="RuleBrokenException">The case has not lapsed, or no reason is given.</exception>
    public void OverturnLapse(string reason, Actor by, DateTimeOffset now)
    {
        Reviews.SupplementRules.LapsedOnly.Require(Status == DeclarationStatus.DeemedWithdrawn);
        Reviews.SupplementRules.OverrideReasoned.Require(!string.IsNullOrWhiteSpace(reason));
        IsLive = true;
        Status = DeclarationStatus.EligibilityCheck;
        Note(HistoryAct.LapseOverturned, by, now, reason);
        Raise(new LapseOverturned(Id));
    }

    /// <summary>The group's opinion is complete: <paramref name="sheets"/> score sheets are in.</summary>
    /// <exception cref="RuleBrokenException">Fewer than three, or not accepted yet.</exception>
    public void CompleteGroupReview(int sheets, Actor by, DateTimeOffset now)
    {
        DeclarationRules.AcceptedBeforeAssessment.Require(AcceptedAt is not null);
        DeclarationRules.GroupReviewBeforeMeeting.Require(sheets >= 3);
        GroupReviewed = true;
        Note(HistoryAct.GroupReviewed, by, now);
    }

    /// <summary>The ballot on this case was closed with <paramref name="result"/>.</summary>
    /// <exception cref="RuleBrokenException">Not accepted, or no group opinion.</exception>
    public void RecordResult(AssessmentResult result, DateOnly votedOn, Actor by, DateTimeOffset now)
    {
        DeclarationRules.AcceptedBeforeAssessment.Require(AcceptedAt is not null);
        DeclarationRules.GroupReviewBeforeMeeting.Require(GroupReviewed);
        Result = result;
        VotedOn = votedOn;
        Note(HistoryAct.Voted, by, now);
    }

    /// <summary>The presiding director signed the result table.</summary>
    public void SignResult(Actor by, DateTimeOffset now)
    {
        ResultSignedAt = now;
        Note(HistoryAct.ResultSigned, by, now);
    }

    /// <summary>The applicant is told a result other than passed; the case ends.</summary>
    /// <exception cref="RuleBrokenException">The result is not signed, or it is a pass, or the case has ended.</exception>
    public void NotifyResult(DateTimeOffset now)
    {
        DeclarationRules.NotEnded.Require(IsLive);
        DeclarationRules.ResultSigned.Require(ResultSignedAt is not null);
        DeclarationRules.NotPassedOnly.Require(Result != AssessmentResult.Passed);
        End(Result == AssessmentResult.OverCap ? DeclarationStatus.OverCap : DeclarationStatus.NotPassed, null);
        Note(HistoryAct.ResultNotified, Actor.Clock, now);
    }

    /// <summary>The applicant, told a result other than passed, may ask for re-examination till the end of <paramref name="lastDay"/>.</summary>
    /// <exception cref="RuleBrokenException">No such result was told.</exception>
    public void OpenReexamination(DateOnly lastDay)
    {
        ReexaminationRules.ResultTold.Require(Status is DeclarationStatus.NotPassed or DeclarationStatus.OverCap);
        ReexaminableUntil = lastDay;
    }

    /// <summary>
    /// A re-examination set the result aside: the case lives again as accepted, to be read and voted on anew. What was read and
    /// voted before stays in the archive.
    /// </summary>
    /// <exception cref="RuleBrokenException">No result other than passed was told.</exception>
    public void Reassess(string finding, Actor by, DateTimeOffset now)
    {
        ReexaminationRules.ResultTold.Require(Status is DeclarationStatus.NotPassed or DeclarationStatus.OverCap);
        IsLive = true;
        Status = DeclarationStatus.Accepted;
        Result = null;
        VotedOn = null;
        ResultSignedAt = null;
        ReexaminableUntil = null;
        GroupReviewed = false;
        Note(HistoryAct.ReexaminationUpheld, by, now, finding);
    }

    /// <summary>Result publicity ended without objection on <paramref name="lastDay"/>.</summary>
    public void ClearResultPublicity(DateOnly lastDay, DateTimeOffset now)
    {
        ResultPublicityEndedOn = lastDay;
        Note(HistoryAct.ResultPublicityEnded, Actor.Clock, now);
    }

    /// <summary>The result is confirmed, or a pilot's filed, under a document number (确认、备案).</summary>
    /// <param name="documentNumber">Number of the document.</param>
    /// <param name="by">Who.</param>
    /// <param name="now">When.</param>
    /// <param name="byAuthority">False where the organising unit itself confirms.</param>
    /// <exception cref="RuleBrokenException">
    /// Not passed, not signed, publicity is not over, the case has ended, or a pilot would file with itself.
    /// </exception>
    public void Confirm(string documentNumber, Actor by, DateTimeOffset now, bool byAuthority = true)
    {
        DeclarationRules.NotEnded.Require(IsLive);
        DeclarationRules.FiledWithAuthority.Require(byAuthority || !IsFiled);
        RequirePreconditions(DeclarationStatus.Confirming);
        ConfirmationNumber = documentNumber;
        ConfirmedAt = now;
        Note(IsFiled ? HistoryAct.ResultFiled : HistoryAct.Confirmed, by, now, documentNumber);
    }

    /// <summary>The certificate was issued; the case ends well.</summary>
    /// <exception cref="RuleBrokenException">Not confirmed.</exception>
    public void Certify(string certificateNumber, Actor by, DateTimeOffset now)
    {
        DeclarationRules.NotEnded.Require(IsLive);
        DeclarationRules.ConfirmedBeforeCertificate.Require(ConfirmedAt is not null);
        End(DeclarationStatus.CertificateIssued, null);
        Note(HistoryAct.CertificateIssued, by, now, certificateNumber);
    }

    private void RequirePreconditions(DeclarationStatus status)
    {
        if (status is DeclarationStatus.Vetting or DeclarationStatus.EligibilityCheck or DeclarationStatus.Accepted)
        {
            DeclarationRules.EmployerPublicityFirst.Require(EmployerPublicityEndedOn is not null);
        }

        if (status is DeclarationStatus.UnderGroupReview or DeclarationStatus.AwaitingMeeting
            or DeclarationStatus.Voted or DeclarationStatus.Passed)
        {
            DeclarationRules.AcceptedBeforeAssessment.Require(AcceptedAt is not null);
        }

        if (status is DeclarationStatus.AwaitingMeeting or DeclarationStatus.Voted or DeclarationStatus.Passed)
        {
            DeclarationRules.GroupReviewBeforeMeeting.Require(GroupReviewed);
        }

        if (status is DeclarationStatus.Passed or DeclarationStatus.ResultPublicity or DeclarationStatus.ObjectionHold
            or DeclarationStatus.Confirming or DeclarationStatus.Filed)
        {
            DeclarationRules.PassedOnly.Require(Result == AssessmentResult.Passed);
        }

        if (status is DeclarationStatus.ResultPublicity or DeclarationStatus.ObjectionHold
            or DeclarationStatus.Confirming or DeclarationStatus.Filed)
        {
            DeclarationRules.ResultSigned.Require(ResultSignedAt is not null);
        }

        if (status is DeclarationStatus.Confirming or DeclarationStatus.Filed)
        {
            DeclarationRules.ResultPublicityFirst.Require(ResultPublicityEndedOn is not null);
        }

        DeclarationRules.ConfirmedBeforeCertificate.Require(
            status != DeclarationStatus.CertificateIssued || ConfirmedAt is not null);
    }
}
