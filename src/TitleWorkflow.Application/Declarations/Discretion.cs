using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Declarations;

namespace TitleWorkflow.Application.Declarations;

/// <summary>
/// What of a case may be told to whom: between acceptance and the posted or notified result, applicant, employer and expert
/// read one label, and no line of history from inside the assessment.
/// </summary>
public static class Discretion
{
    /// <summary>The one label of the assessment (评审中).</summary>
    public const string UnderReview = "UnderReview";

    private static readonly HistoryAct[] Sealed =
    [
        HistoryAct.GroupAssigned, HistoryAct.ReaderReplaced, HistoryAct.AssignmentUndone, HistoryAct.GroupReviewed, HistoryAct.Voted,
        HistoryAct.ResultSigned,
    ];

    private static readonly HistoryAct[] ToldDuringAssessment =
        [HistoryAct.Accepted, HistoryAct.ResultNotified, HistoryAct.Refused, HistoryAct.Withdrawn, HistoryAct.Terminated];

    // Readers are to judge the dossier, not what was said about it.
    private static readonly HistoryAct[] KeptFromExperts =
        [HistoryAct.ObjectionOpened, HistoryAct.ObjectionDismissed, HistoryAct.ObjectionUpheld];

    // Between the applicant and the offices alone.
    private static readonly HistoryAct[] ToldToApplicant =
        [HistoryAct.ReexaminationRequested, HistoryAct.ReexaminationDismissed, HistoryAct.ReexaminationUpheld];

    /// <summary>The statuses that read as one label to those who may not look inside the assessment.</summary>
    public static IReadOnlyList<DeclarationStatus> InsideAssessment { get; } =
    [
        DeclarationStatus.PlanFiled, DeclarationStatus.CommitteeFormed, DeclarationStatus.UnderGroupReview,
        DeclarationStatus.AwaitingMeeting, DeclarationStatus.Voted, DeclarationStatus.Passed,
    ];

    /// <summary>Whether the reader is an expert, blind or not.</summary>
    public static bool IsExpert(this Sight sight) => sight is Sight.Expert or Sight.BlindExpert;

    /// <summary>The dossier as a blind reader sees it; null for everybody else.</summary>
    public static BlindDossier? Blinds(this Sight sight, Declaration declaration) =>
        sight == Sight.BlindExpert ? new BlindDossier(declaration) : null;

    /// <summary>The status by name, or <see cref="UnderReview"/>.</summary>
    public static string StatusFor(Sight sight, DeclarationStatus status) =>
        sight != Sight.Office && InsideAssessment.Contains(status) ? UnderReview : status.ToString();

    /// <summary>Whether step, office and last day of the case may be told, too: they would betray the result.</summary>
    public static bool TellsStep(Sight sight, DeclarationStatus status) =>
        sight == Sight.Office || !InsideAssessment.Contains(status);

    /// <summary>Whether a line of history may be told.</summary>
    public static bool Tells(Sight sight, HistoryEntry entry) => sight == Sight.Office
        || (!Sealed.Contains(entry.Act) && !(sight.IsExpert() && KeptFromExperts.Contains(entry.Act)) && (entry.Stage != Stage.Assessment || ToldDuringAssessment.Contains(entry.Act)))
        || (sight == Sight.Own && ToldToApplicant.Contains(entry.Act));
}
