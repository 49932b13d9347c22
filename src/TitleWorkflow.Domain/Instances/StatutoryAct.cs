namespace TitleWorkflow.Domain.Instances;

/// <summary>
/// What a step of a flow stands for in the regulation: whoever passed over the step would make that act up, so that most
/// kinds cannot be skipped by anybody.
/// </summary>
public enum StatutoryAct
{
    /// <summary>Nothing of the kind: the step moves work along, asks for a word in passing, or computes.</summary>
    None,

    /// <summary>The applicant's own act: submitting, correcting, supplementing.</summary>
    ApplicantsAct,

    /// <summary>A decision of an office or of the supervisor on the case.</summary>
    Decision,

    /// <summary>An official act the product records itself: acceptance, result notice, certificate.</summary>
    OfficialRecord,

    /// <summary>A publicity period (公示期).</summary>
    Publicity,

    /// <summary>The written opinions of experts.</summary>
    ExpertOpinion,

    /// <summary>The committee's secret ballot.</summary>
    Ballot,

    /// <summary>The presiding director's signature.</summary>
    Signature,
}
