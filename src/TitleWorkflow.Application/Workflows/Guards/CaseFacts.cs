namespace TitleWorkflow.Application.Workflows.Guards;

/// <summary>What is certain of a case at some place of a drawing, whatever way it took there.</summary>
[Flags]
internal enum CaseFacts
{
    None = 0,

    /// <summary>It has not ended by a refusal, a lapse, a notice or a certificate.</summary>
    Live = 1 << 0,

    /// <summary>Handed in under a signed commitment, and not sent back since.</summary>
    Submitted = 1 << 1,

    /// <summary>Publicity at the employer is over.</summary>
    EmployerPosted = 1 << 2,

    /// <summary>A supplement notice awaits its answer.</summary>
    Noticed = 1 << 3,

    /// <summary>The supplement was not given in time.</summary>
    Lapsed = 1 << 4,

    Accepted = 1 << 5,

    /// <summary>Experts are assigned.</summary>
    Assigned = 1 << 6,

    GroupReviewed = 1 << 7,
    Voted = 1 << 8,
    Passed = 1 << 9,

    /// <summary>Voted on and not passed.</summary>
    NotPassed = 1 << 10,

    Signed = 1 << 11,

    /// <summary>Result publicity is over.</summary>
    ResultPosted = 1 << 12,

    Confirmed = 1 << 13,

    /// <summary>The applicant was told a result other than passed.</summary>
    Told = 1 << 14,

    /// <summary>A nominated expert was found fit.</summary>
    ExpertScreened = 1 << 15,

    /// <summary>The expert was posted as a candidate.</summary>
    ExpertPosted = 1 << 16,

    /// <summary>The candidate's publicity is over, objections are decided, consent is given.</summary>
    ExpertReady = 1 << 17,

    ExpertAppointed = 1 << 18,

    /// <summary>More than can ever be certain: what nothing has been said of yet.</summary>
    All = (1 << 19) - 1,
}
