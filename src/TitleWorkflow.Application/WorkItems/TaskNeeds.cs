using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Committees;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Application.WorkItems;

/// <summary>What a task's form needs to be filled in; what the form does not ask for is null.</summary>
public sealed record TaskNeeds
{
    /// <summary>Sections that can be sent back; for forms that may return a dossier.</summary>
    public IReadOnlyList<SectionChoice>? Sections { get; init; }

    /// <summary>Working days the applicant gets for a supplement; null where no notice can be issued.</summary>
    public int? SupplementWorkingDays { get; init; }

    /// <summary>When the case got its one notice: there is no second one. Null if it got none.</summary>
    public DateTimeOffset? SupplementIssuedAt { get; init; }

    /// <summary>Experts needed at least; for a group assignment.</summary>
    public int? MinimumExperts { get; init; }

    /// <summary>
    /// Members of the committee who may read the dossier, never its applicant, for a group assignment; who took part in the case,
    /// for a re-examination that says somebody should not have.
    /// </summary>
    public IReadOnlyList<ExpertChoice>? Experts { get; init; }

    /// <summary>What the applicant asks; for a re-examination.</summary>
    public ReexaminationRequest? Reexamination { get; init; }

    /// <summary>What is said against the posted name, and by whom; for whoever looks into it.</summary>
    public NameObjection? Objection { get; init; }

    /// <summary>What to score; for an expert's opinion.</summary>
    public ScoringStandard? Standard { get; init; }

    /// <summary>The confirming document's likely number; for a confirmation.</summary>
    public string? DocumentNumber { get; init; }

    /// <summary>The meeting whose result is to be signed; for a signature.</summary>
    public MeetingId? Meeting { get; init; }
}

/// <summary>What an applicant holds against the own result.</summary>
/// <param name="Ground">On what ground.</param>
/// <param name="Statement">In the applicant's words.</param>
/// <param name="RequestedAt">When it was asked for.</param>
public sealed record ReexaminationRequest(ReexaminationGround Ground, string Statement, DateTimeOffset RequestedAt);

/// <summary>What is said against a posted name.</summary>
/// <param name="Number">Number of the receipt.</param>
/// <param name="Statement">What is wrong.</param>
/// <param name="Leads">What can be checked; null if nothing is named.</param>
/// <param name="Name">Who objects; null if anonymous.</param>
/// <param name="Contact">How to reach them; null if anonymous.</param>
/// <param name="ReceivedAt">When it was received.</param>
public sealed record NameObjection(
    string Number, string Statement, string? Leads, string? Name, string? Contact, DateTimeOffset ReceivedAt);

/// <summary>A section of the dossier.</summary>
/// <param name="Key">Stored name, sent back with the reason.</param>
/// <param name="Title">Chinese title.</param>
/// <param name="English">English title.</param>
public sealed record SectionChoice(string Key, string Title, string English);

/// <summary>A member of the committee as the office chooses readers.</summary>
/// <param name="Person">Who.</param>
/// <param name="Name">The name.</param>
/// <param name="Position">The seat.</param>
/// <param name="Employer">Where the member works; null if that is not known.</param>
/// <param name="SameEmployer">True if that is the applicant's employer: a reason to choose somebody else.</param>
/// <param name="OpenReviews">Dossiers the member is reading now.</param>
public sealed record ExpertChoice(
    PersonId Person, string Name, CommitteePosition Position, string? Employer, bool SameEmployer, int OpenReviews);

/// <summary>Who has a task, and what the reader may do with it.</summary>
/// <param name="IsPersonal">True if nobody else can do it: it is never passed on.</param>
/// <param name="Assignee">Who has it; null while any holder of the role may take it.</param>
/// <param name="IsMine">True if the reader has it.</param>
/// <param name="DelegatedBy">Who gets it back on release; null if it was not delegated.</param>
/// <param name="MayAct">Whether the reader may complete it.</param>
/// <param name="MayClaim">Whether the reader may take it.</param>
/// <param name="MayRelease">Whether the reader may put it back or pass it on.</param>
/// <param name="Colleagues">To whom the reader may pass it.</param>
public sealed record TaskHolding(
    bool IsPersonal,
    string? Assignee,
    bool IsMine,
    string? DelegatedBy,
    bool MayAct,
    bool MayClaim,
    bool MayRelease,
    IReadOnlyList<Colleague> Colleagues);

/// <summary>Somebody who holds the task's role at its office.</summary>
public sealed record Colleague(PersonId Person, string Name);
