using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.Experts;

/// <summary>Where a member of the pool stands.</summary>
public enum ExpertState
{
    /// <summary>Nominated (已推荐).</summary>
    Nominated,

    /// <summary>Screened by the committee office (初审通过).</summary>
    Screened,

    /// <summary>Not taken, at screening or after an upheld objection (未入选).</summary>
    Rejected,

    /// <summary>Candidates are posted (候选人公示中).</summary>
    InPublicity,

    /// <summary>The person has declined (本人未同意).</summary>
    Declined,

    /// <summary>Appointed; the term has not begun (已聘任).</summary>
    Appointed,

    /// <summary>Serving (在聘). Never stored: it follows from the term.</summary>
    Active,

    /// <summary>Suspended for a reason, and may be resumed (暂停).</summary>
    Suspended,

    /// <summary>The term is over (聘期届满). Never stored: it follows from the term.</summary>
    Expired,

    /// <summary>Removed for good (已解聘).</summary>
    Removed,
}

/// <summary>What happened to a member of the pool.</summary>
public enum ExpertAct
{
    /// <summary>Nominated.</summary>
    Nominated,

    /// <summary>Found fit at screening.</summary>
    Screened,

    /// <summary>Not taken.</summary>
    Rejected,

    /// <summary>Posted as a candidate.</summary>
    Posted,

    /// <summary>An objection came.</summary>
    Objected,

    /// <summary>An objection was decided.</summary>
    ObjectionDecided,

    /// <summary>The person consented.</summary>
    Consented,

    /// <summary>The person declined.</summary>
    Declined,

    /// <summary>Appointed for a term.</summary>
    Appointed,

    /// <summary>Suspended.</summary>
    Suspended,

    /// <summary>Resumed after a suspension.</summary>
    Resumed,

    /// <summary>Evaluated after serving.</summary>
    Evaluated,

    /// <summary>Appointed for a further term.</summary>
    Renewed,

    /// <summary>Removed.</summary>
    Removed,

    /// <summary>Attended a training.</summary>
    Trained,
}

/// <summary>One line of an expert's history.</summary>
/// <param name="Act">What happened.</param>
/// <param name="At">When.</param>
/// <param name="By">Whose act, by name.</param>
/// <param name="Note">Reason, finding or number; null if none.</param>
public sealed record ExpertEntry(ExpertAct Act, DateTimeOffset At, string By, string? Note);

/// <summary>An objection against a candidate.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Text">What is objected.</param>
/// <param name="Upheld">What was decided; null while open.</param>
/// <param name="Finding">Why; null while open.</param>
public sealed record ExpertObjection(int Number, string Text, bool? Upheld = null, string? Finding = null);

/// <summary>Where an expert worked before.</summary>
/// <param name="Organisation">The employer, if the product knows it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Until">Last day there.</param>
public sealed record PastEmployer(OrganisationId? Organisation, string Name, DateOnly Until);
