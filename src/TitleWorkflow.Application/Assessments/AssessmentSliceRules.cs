using TitleWorkflow.Domain;

namespace TitleWorkflow.Application.Assessments;

/// <summary>What is demanded of a meeting beyond what one case or the meeting alone can tell.</summary>
public static class AssessmentSliceRules
{
    /// <summary>Only what waits for this committee comes on its agenda.</summary>
    public static readonly Rule CaseAwaitsMeeting = new(
        "assessments.case-awaits-meeting",
        "Only a declaration that waits for this committee's meeting and is on no other agenda can be listed.",
        Source.Product);

    /// <summary>One case is voted on at a time.</summary>
    public static readonly Rule OneVoting = new(
        "assessments.one-voting", "One case is voted on at a time; the voting that is open must be closed first.", Source.Product);

    /// <summary>A signature asks for the password again.</summary>
    public static readonly Rule StepUp = new(
        "assessments.step-up-failed", "The password is wrong; nothing was signed.", Source.SignatureLaw(13));

    /// <summary>Receipts are listed when the voting is over.</summary>
    public static readonly Rule VotingClosed = new(
        "assessments.voting-closed", "The receipts are listed when the voting on the case is closed.", Source.Product);

    /// <summary>Who has nothing to hand in is not reminded.</summary>
    public static readonly Rule StillReading = new(
        "assessments.still-reading", "Only a reader who has still to hand in is reminded.", Source.Product);

    /// <summary>One reminder a day is enough.</summary>
    public static readonly Rule RemindedOnceADay = new(
        "assessments.reminded-once-a-day", "A reader is reminded by the office at most once a day.", Source.Product);
}
