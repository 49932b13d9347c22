using TitleWorkflow.Domain.Assessments.Defences;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Reviews;
using TitleWorkflow.Domain.WorkItems;

namespace TitleWorkflow.Application.Declarations;

public static partial class GetDeclaration
{
    /// <param name="Declaration">The case.</param>
    /// <param name="Number">Its number (申报号).</param>
    /// <param name="Sight">With whose eyes it is seen; what follows is cut to that.</param>
    /// <param name="PlanTitle">Chinese title of the plan.</param>
    /// <param name="EnglishPlanTitle">English title of the plan.</param>
    /// <param name="TitleName">The title applied for: 高级工程师.</param>
    /// <param name="Series">Series.</param>
    /// <param name="Specialty">Specialty, Chinese.</param>
    /// <param name="Level">Target level.</param>
    /// <param name="Channel">Channel.</param>
    /// <param name="Year">Plan year.</param>
    /// <param name="Applicant">Who applies; to blind readers the number.</param>
    /// <param name="Employer">Where the applicant works; without a name to blind readers.</param>
    /// <param name="Status">Name of the status; <see cref="Discretion.UnderReview"/> where the reader may know no more.</param>
    /// <param name="Stage">The stage it is in.</param>
    /// <param name="IsLive">False once it has ended.</param>
    /// <param name="EndReason">Reason of a refusal or withdrawal; null otherwise.</param>
    /// <param name="WindowClosesOn">Last day of the plan's window.</param>
    /// <param name="SubmittedAt">When it was last submitted; null before.</param>
    /// <param name="ReceiptNumber">Number of the submission receipt; null before.</param>
    /// <param name="SnapshotHash">SHA-256 over what was submitted; null before.</param>
    /// <param name="Stages">The five stages.</param>
    /// <param name="Turn">Whose turn it is.</param>
    /// <param name="Ahead">What comes next if all goes well; empty during the assessment and when it has ended.</param>
    /// <param name="History">What happened, newest first.</param>
    /// <param name="Notices">The applicant's latest messages on this case; empty for everybody else.</param>
    /// <param name="Returned">Sections sent back to the applicant, with reasons.</param>
    /// <param name="SupplementItems">Items of the supplement notice; empty without one.</param>
    /// <param name="MayWithdraw">Whether the applicant may withdraw now.</param>
    /// <param name="CertificateNumber">Number of the certificate; null before.</param>
    /// <param name="Reexamination">Re-examination of its result; null where there is nothing of it the reader may see.</param>
    /// <param name="AcceptedAt">When it was accepted; null before.</param>
    /// <param name="Defence">The applicant's published oral defence; null for others, and where there is none.</param>
    public sealed record Result(
        DeclarationId Declaration,
        string Number,
        Sight Sight,
        string PlanTitle,
        string EnglishPlanTitle,
        string TitleName,
        TitleSeries Series,
        string Specialty,
        TitleLevel Level,
        Channel Channel,
        int Year,
        string Applicant,
        OfficeName Employer,
        string Status,
        Stage Stage,
        bool IsLive,
        string? EndReason,
        DateOnly WindowClosesOn,
        DateTimeOffset? SubmittedAt,
        string? ReceiptNumber,
        string? SnapshotHash,
        IReadOnlyList<StageLine> Stages,
        Turn Turn,
        IReadOnlyList<StepAhead> Ahead,
        IReadOnlyList<HistoryLine> History,
        IReadOnlyList<NoticeLine> Notices,
        IReadOnlyList<ReturnedSection> Returned,
        IReadOnlyList<SupplementItem> SupplementItems,
        bool MayWithdraw,
        string? CertificateNumber,
        ReexaminationLine? Reexamination,
        DateTimeOffset? AcceptedAt,
        DefenceLine? Defence = null);

    /// <param name="StartsAt">When the oral defence begins.</param>
    /// <param name="Room">Where.</param>
    /// <param name="Outcome">What became of it.</param>
    public sealed record DefenceLine(DateTimeOffset StartsAt, string Room, DefenceOutcome Outcome);

    /// <param name="Until">Last day to ask, till 24:00; null where nothing can be asked.</param>
    /// <param name="Requests">How often it was asked for.</param>
    public sealed record ReexaminationLine(DateOnly? Until, int Requests);

    /// <summary>Whose turn it is, and until when; empty when the case has ended.</summary>
    /// <param name="Mine">The reader's own task on the case; null if it is somebody else's turn.</param>
    /// <param name="Form">Form of the applicant's open task: declaration, correction or supplement; null without one.</param>
    /// <param name="Step">Chinese name of the present step; null if it is nobody's task.</param>
    /// <param name="EnglishStep">English name of the present step; null if the flow gives none.</param>
    /// <param name="Office">The office that has it; null while the applicant has it.</param>
    /// <param name="DueOn">Last day, till 24:00; null if it has none.</param>
    /// <param name="DaysLeft">Working days left, today included; null without a last day.</param>
    /// <param name="DaysOver">Working days since the last day; 0 while it is not over, null without one.</param>
    /// <param name="Ruler">The days of the present period; null without one.</param>
    public sealed record Turn(
        WorkItemId? Mine,
        string? Form,
        string? Step,
        string? EnglishStep,
        OfficeName? Office,
        DateOnly? DueOn,
        int? DaysLeft,
        int? DaysOver,
        Ruler? Ruler);

    /// <param name="Name">Chinese name.</param>
    /// <param name="EnglishName">English name; null if it has none.</param>
    /// <param name="Phone">Telephone; null if none is published.</param>
    public sealed record OfficeName(string Name, string? EnglishName, string? Phone)
    {
        /// <summary>One that blind readers may not know.</summary>
        public static OfficeName Unnamed { get; } = new("", null, null);
    }

    /// <param name="Id">The message.</param>
    /// <param name="Text">Text key.</param>
    /// <param name="Values">Values for the text's places.</param>
    /// <param name="Link">Page it leads to.</param>
    /// <param name="At">When it was written.</param>
    /// <param name="IsRead">Whether it was read.</param>
    public sealed record NoticeLine(
        Guid Id, string Text, IReadOnlyList<string> Values, string? Link, DateTimeOffset At, bool IsRead);
}
