namespace TitleWorkflow.Domain.Declarations;

/// <summary>What is demanded of a declaration on its way.</summary>
public static class DeclarationRules
{
    /// <summary>Submission only inside the plan's window.</summary>
    public static readonly Rule WindowOpen = new(
        "declarations.window-open", "Declarations are accepted only inside the plan's window.", Source.RuleSet);

    /// <summary>One person, one year, one level: one live declaration.</summary>
    public static readonly Rule OneLivePerYear = new(
        "declarations.one-live-per-year",
        "A person may have one live declaration per year and level.",
        Source.RuleSet);

    /// <summary>An applicant answers for the truth and says so.</summary>
    public static readonly Rule CommitmentSigned = new(
        "declarations.commitment-signed",
        "The applicant must sign the truth commitment to submit.",
        Source.Provisions(15));

    /// <summary>A dossier is complete when every required fact and its evidence is there.</summary>
    public static readonly Rule DossierComplete = new(
        "declarations.dossier-complete",
        "Required facts or their evidence are missing.",
        Source.RuleSet);

    /// <summary>What has been handed in stays as it is until it is returned.</summary>
    public static readonly Rule OpenForEditing = new(
        "declarations.open-for-editing",
        "Only a draft, or a returned section, can be changed.",
        Source.Product);

    /// <summary>What an official act put into a dossier stays as it is.</summary>
    public static readonly Rule GivenSectionStays = new(
        "declarations.given-section-stays",
        "A section that comes from an official act, such as a signed nomination, cannot be changed.",
        Source.SignatureLaw(13));

    /// <summary>Files of accepted kinds only.</summary>
    public static readonly Rule EvidenceKind = new(
        "declarations.evidence-kind", "Evidence must be a PDF, JPEG or PNG file.", Source.Product);

    /// <summary>Files up to 20 MB.</summary>
    public static readonly Rule EvidenceSize = new(
        "declarations.evidence-size", "A piece of evidence may have at most 20 MB and must not be empty.", Source.Product);

    /// <summary>A return names what to mend, and why.</summary>
    public static readonly Rule ReturnNamesSections = new(
        "declarations.return-names-sections",
        "A return must name at least one section, each with a reason.",
        Source.Product);

    /// <summary>A refusal has reasons.</summary>
    public static readonly Rule RefusalReasoned = new(
        "declarations.refusal-reasoned", "A refusal must give its reasons.", Source.Provisions());

    /// <summary>Withdrawal ends where the meeting begins.</summary>
    public static readonly Rule WithdrawBeforeMeeting = new(
        "declarations.withdraw-before-meeting",
        "A declaration can be withdrawn only before the meeting on it opens.",
        Source.Product);

    /// <summary>An ended declaration does not move any more.</summary>
    public static readonly Rule NotEnded = new(
        "declarations.not-ended", "This declaration has ended.", Source.Product);

    /// <summary>Only clean names go up: publicity at the employer first.</summary>
    public static readonly Rule EmployerPublicityFirst = new(
        "declarations.employer-publicity-first",
        "A declaration goes up only after publicity at the employer ended without objection.",
        Source.Provisions(16));

    /// <summary>Only clean names go up.</summary>
    public static readonly Rule ObjectionsDecided = new(
        "declarations.objections-decided",
        "Nobody is recommended while an objection to their name is looked into.",
        Source.Provisions(16));

    /// <summary>The committee sees accepted declarations only.</summary>
    public static readonly Rule AcceptedBeforeAssessment = new(
        "declarations.accepted-before-assessment",
        "Only an accepted declaration can be assessed.",
        Source.Provisions());

    /// <summary>A group's written opinion comes before the vote.</summary>
    public static readonly Rule GroupReviewBeforeMeeting = new(
        "declarations.group-review-before-meeting",
        "At least three experts must have given their written opinion before the vote.",
        Source.Provisions());

    /// <summary>A result counts when the presiding director has signed it.</summary>
    public static readonly Rule ResultSigned = new(
        "declarations.result-signed",
        "A result takes effect only when the presiding director has signed it.",
        Source.Provisions(22));

    /// <summary>Only passed declarations are posted, confirmed and certified.</summary>
    public static readonly Rule PassedOnly = new(
        "declarations.passed-only", "Only a declaration the committee passed goes on.", Source.Provisions(26));

    /// <summary>A result notice is for those who did not pass; a pass is told by its publicity.</summary>
    public static readonly Rule NotPassedOnly = new(
        "declarations.not-passed-only",
        "A result notice ends only a declaration the committee did not pass.",
        Source.Provisions(26));

    /// <summary>Confirmation after result publicity.</summary>
    public static readonly Rule ResultPublicityFirst = new(
        "declarations.result-publicity-first",
        "A result is confirmed only after its publicity ended without objection.",
        Source.Provisions(26));

    /// <summary>A certificate follows confirmation.</summary>
    public static readonly Rule ConfirmedBeforeCertificate = new(
        "declarations.confirmed-before-certificate",
        "A certificate is issued only for a confirmed result.",
        Source.Provisions(26));

    /// <summary>A pilot reviews its own people.</summary>
    public static readonly Rule OwnStaff = new(
        "declarations.own-staff",
        "A pilot enterprise reviews its own staff; who works elsewhere cannot apply.",
        Source.EnterpriseEvaluation);

    /// <summary>Whoever was given the power to review files its results with who gave it.</summary>
    public static readonly Rule FiledWithAuthority = new(
        "declarations.filed-with-authority",
        "Results of a pilot are filed with the authority that authorised its committee.",
        Source.Provisions(26));
}
