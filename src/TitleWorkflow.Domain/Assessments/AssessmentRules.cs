namespace TitleWorkflow.Domain.Assessments;

/// <summary>What group review, meeting and ballot demand (评审).</summary>
public static class AssessmentRules
{
    /// <summary>At least three different experts, none of them the applicant.</summary>
    public static readonly Rule ThreeExperts = new(
        "assessments.three-experts",
        "A dossier is read by at least three different members of the committee, never by its applicant.",
        Source.Provisions());

    /// <summary>Every item scored, none above its cap.</summary>
    public static readonly Rule ScoreWithinCap = new(
        "assessments.score-within-cap", "Every item needs a score from 0 to its cap.", Source.RuleSet);

    /// <summary>A sheet comes with a written opinion.</summary>
    public static readonly Rule OpinionWritten = new(
        "assessments.opinion-written", "A score sheet needs a written opinion.", Source.Provisions());

    /// <summary>Two thirds of the committee make a quorum.</summary>
    public static readonly Rule Quorum = new(
        "assessments.quorum",
        "At least two thirds of the committee must be present.",
        Source.Provisions());

    /// <summary>Without a recused member, two thirds must still be there for the case.</summary>
    public static readonly Rule CaseQuorum = new(
        "assessments.case-quorum",
        "Without recused members, at least two thirds of the committee must be present for this case.",
        Source.Provisions());

    /// <summary>The director or a deputy presides.</summary>
    public static readonly Rule Presided = new(
        "assessments.presided", "The director or a deputy director must be present to preside.", Source.Provisions());

    /// <summary>Nothing is voted in a meeting that is not open.</summary>
    public static readonly Rule MeetingOpen = new(
        "assessments.meeting-open", "The meeting is not open.", Source.Provisions());

    /// <summary>The meeting has begun or ended.</summary>
    public static readonly Rule MeetingPlanned = new(
        "assessments.meeting-planned", "This can be changed only before the meeting opens.", Source.Product);

    /// <summary>Both codes are drawn before voting opens.</summary>
    public static readonly Rule CodesDrawn = new(
        "assessments.codes-drawn",
        "The presiding director and the supervisor must both have drawn their code before voting opens.",
        Source.Product);

    /// <summary>Codes cannot be drawn anew once voting has begun.</summary>
    public static readonly Rule CodesFixed = new(
        "assessments.codes-fixed", "A code is shown once and cannot be drawn again while ballots depend on it.", Source.Product);

    /// <summary>Only the presiding director draws the director's code.</summary>
    public static readonly Rule CodeOfPresiding = new(
        "assessments.code-of-presiding", "The director's code is drawn by the director who presides.", Source.Product);

    /// <summary>The supervisor is no member of the committee.</summary>
    public static readonly Rule SupervisorIndependent = new(
        "assessments.supervisor-independent",
        "The supervisor's code is drawn by somebody who has no seat at the meeting.",
        Source.Supervision);

    /// <summary>The box opens with both codes.</summary>
    public static readonly Rule BothCodes = new(
        "assessments.both-codes", "The ballot box opens only with both correct codes.", Source.Product);

    /// <summary>A box is counted as the voters left it, or not at all.</summary>
    public static readonly Rule BoxIntact = new(
        "assessments.box-intact",
        "The ballots in the box are not those that were cast; they are void and the ballot is held again.",
        Source.Product);

    /// <summary>Voting on this case is not open.</summary>
    public static readonly Rule VotingOpen = new(
        "assessments.voting-open", "Voting on this case is not open; nobody may vote later.", Source.Provisions(20));

    /// <summary>A case can be voted on once.</summary>
    public static readonly Rule CaseListed = new(
        "assessments.case-listed", "This case is not waiting to be voted on.", Source.Product);

    /// <summary>Who signs in reads the code in the room.</summary>
    public static readonly Rule CodeOnScreen = new(
        "assessments.code-on-screen", "The screen in the room shows another code.", Source.Provisions(20));

    /// <summary>Only members present in person vote; no proxy.</summary>
    public static readonly Rule PresentInPerson = new(
        "assessments.present-in-person",
        "Only a member present in the room votes; nobody votes by proxy or from afar.",
        Source.Provisions(20));

    /// <summary>A recused member takes no part.</summary>
    public static readonly Rule NotRecused = new(
        "assessments.not-recused", "A recused member takes no part in the case.", Source.Provisions(25));

    /// <summary>One ballot each, no change.</summary>
    public static readonly Rule OneBallot = new(
        "assessments.one-ballot", "A ballot has already been cast and cannot be changed.", Source.Provisions(20));

    /// <summary>Only the presiding director signs.</summary>
    public static readonly Rule SignedByPresiding = new(
        "assessments.signed-by-presiding", "The result is signed by the director who presided.", Source.Provisions(22));

    /// <summary>A meeting is signed once it is closed.</summary>
    public static readonly Rule MeetingClosed = new(
        "assessments.meeting-closed", "The meeting must be closed first, and no voting may be open.", Source.Provisions(22));
}
