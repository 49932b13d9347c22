namespace TitleWorkflow.Domain.Declarations;

/// <summary>One line of a declaration's history (办理过程).</summary>
public sealed class HistoryEntry
{
    private HistoryEntry()
    {
    }

    internal HistoryEntry(DeclarationId declaration, HistoryAct act, Stage stage, DateTimeOffset at, Actor actor, string? note)
    {
        Id = OrderedId.Next();
        Declaration = declaration;
        Act = act;
        Stage = stage;
        At = at;
        Office = actor.Office;
        PersonName = actor.Name;
        Note = note;
    }

    /// <summary>Identity; of lines of one instant it tells the order.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case.</summary>
    public DeclarationId Declaration { get; private set; }

    /// <summary>What was done.</summary>
    public HistoryAct Act { get; private set; }

    /// <summary>The stage it belongs to.</summary>
    public Stage Stage { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Which office; null for the applicant and for the product's own clock.</summary>
    public string? Office { get; private set; }

    /// <summary>Who, shown to officers only; null where nobody acted or no name may be known.</summary>
    public string? PersonName { get; private set; }

    /// <summary>Opinion, reason or number; null if none.</summary>
    public string? Note { get; private set; }
}

/// <summary>Who acts, as history and notices may say it.</summary>
/// <param name="Office">The office; null for the applicant and the clock.</param>
/// <param name="Name">The person; null where no name may be known.</param>
public sealed record Actor(string? Office, string? Name)
{
    /// <summary>The product's own clock.</summary>
    public static readonly Actor Clock = new(null, null);
}

/// <summary>What a line of history tells.</summary>
public enum HistoryAct
{
    /// <summary>Draft opened.</summary>
    Started,

    /// <summary>Opened for the applicant from a list an office handed in.</summary>
    Imported,

    /// <summary>Submitted, or submitted again after correction.</summary>
    Submitted,

    /// <summary>A check or vetting hop passed it on.</summary>
    Passed,

    /// <summary>Returned for correction.</summary>
    Returned,

    /// <summary>Refused.</summary>
    Refused,

    /// <summary>Passed on by an authority that only passes on.</summary>
    Forwarded,

    /// <summary>Shown to the employer's own people.</summary>
    MaterialsDisplayed,

    /// <summary>Appraised by the employer's own people.</summary>
    Appraised,

    /// <summary>Posted at the employer.</summary>
    EmployerPublicityPosted,

    /// <summary>Publicity at the employer ended without objection.</summary>
    EmployerPublicityEnded,

    /// <summary>An objection to the posted name is looked into.</summary>
    ObjectionOpened,

    /// <summary>An objection was found not to be right.</summary>
    ObjectionDismissed,

    /// <summary>An objection was found to be right; the name was withdrawn.</summary>
    ObjectionUpheld,

    /// <summary>Recommended by the employer.</summary>
    Recommended,

    /// <summary>One-time supplement notice issued.</summary>
    SupplementIssued,

    /// <summary>Supplement handed in.</summary>
    SupplementAnswered,

    /// <summary>Supplement lapsed.</summary>
    SupplementLapsed,

    /// <summary>A lapse was overturned by the supervisor.</summary>
    LapseOverturned,

    /// <summary>Accepted.</summary>
    Accepted,

    /// <summary>Assigned to a group of experts.</summary>
    GroupAssigned,

    /// <summary>One reader replaced by another.</summary>
    ReaderReplaced,

    /// <summary>Assignment to readers taken back.</summary>
    AssignmentUndone,

    /// <summary>Group opinion complete.</summary>
    GroupReviewed,

    /// <summary>Voted on in the meeting.</summary>
    Voted,

    /// <summary>Result signed.</summary>
    ResultSigned,

    /// <summary>Result posted.</summary>
    ResultPosted,

    /// <summary>Result publicity ended without objection.</summary>
    ResultPublicityEnded,

    /// <summary>Result notice given.</summary>
    ResultNotified,

    /// <summary>Re-examination asked for.</summary>
    ReexaminationRequested,

    /// <summary>Re-examination found that the result stands.</summary>
    ReexaminationDismissed,

    /// <summary>Re-examination set the result aside.</summary>
    ReexaminationUpheld,

    /// <summary>Confirmed and filed.</summary>
    Confirmed,

    /// <summary>Result of a pilot filed with the authority.</summary>
    ResultFiled,

    /// <summary>Certificate issued.</summary>
    CertificateIssued,

    /// <summary>Withdrawn by the applicant.</summary>
    Withdrawn,

    /// <summary>A step designed in the flow was completed.</summary>
    StepCompleted,

    /// <summary>A step was skipped by administrators (跳转).</summary>
    StepSkipped,

    /// <summary>Ended by administrators (终止).</summary>
    Terminated,
}
