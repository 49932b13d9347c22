namespace TitleWorkflow.Domain.Declarations;

/// <summary>Where a declaration stands. The flow moves it; the aggregate guards the statutory preconditions.</summary>
public enum DeclarationStatus
{
    /// <summary>Being filled in (填报中).</summary>
    Draft,

    /// <summary>Waits for a signed nomination (待举荐).</summary>
    NominationPending,

    /// <summary>The employer checks it (单位审核).</summary>
    EmployerChecking,

    /// <summary>Posted at the employer (单位公示中).</summary>
    EmployerPublicity,

    /// <summary>Held by an objection at the employer (单位核查中).</summary>
    EmployerPublicityHeld,

    /// <summary>Returned for correction (退回修改).</summary>
    Returned,

    /// <summary>With a competent department (主管部门审核).</summary>
    Vetting,

    /// <summary>Eligibility check by the organising unit (资格审查).</summary>
    EligibilityCheck,

    /// <summary>Waits for the supplement (待补正).</summary>
    SupplementPending,

    /// <summary>Accepted (已受理).</summary>
    Accepted,

    /// <summary>The review plan is filed.</summary>
    PlanFiled,

    /// <summary>The committee is formed.</summary>
    CommitteeFormed,

    /// <summary>Read by experts.</summary>
    UnderGroupReview,

    /// <summary>Waits for the committee's meeting.</summary>
    AwaitingMeeting,

    /// <summary>Voted on; result not yet signed.</summary>
    Voted,

    /// <summary>Passed; hidden from the applicant until publicity.</summary>
    Passed,

    /// <summary>Not passed (未通过).</summary>
    NotPassed,

    /// <summary>Enough votes, but over the cap (超出名额).</summary>
    OverCap,

    /// <summary>Result posted (结果公示中).</summary>
    ResultPublicity,

    /// <summary>Held by an objection (核查中).</summary>
    ObjectionHold,

    /// <summary>Being confirmed and filed (备案中).</summary>
    Confirming,

    /// <summary>Confirmed and filed (已备案).</summary>
    Filed,

    /// <summary>Certificate issued (证书可下载).</summary>
    CertificateIssued,

    /// <summary>Lapsed: the supplement was not given in time (视为放弃).</summary>
    DeemedWithdrawn,

    /// <summary>Withdrawn by the applicant (已撤回).</summary>
    Withdrawn,

    /// <summary>Refused with reasons (不予受理).</summary>
    Refused,

    /// <summary>Cancelled after an upheld objection, or by ending its flow (已取消).</summary>
    Cancelled,

    /// <summary>Title revoked (已撤销).</summary>
    Revoked,
}
