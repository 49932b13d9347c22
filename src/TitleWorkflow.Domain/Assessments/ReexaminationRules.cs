namespace TitleWorkflow.Domain.Assessments;

/// <summary>What re-examination demands (复查). Window, time and grounds are the region's; that one may ask is national.</summary>
public static class ReexaminationRules
{
    /// <summary>Only one's own result, once it is told.</summary>
    public static readonly Rule ResultTold = new(
        "assessments.reexamination-result-told",
        "Re-examination can be asked for once a result other than passed has been told.",
        Source.Provisions(27));

    /// <summary>After the last day nothing is accepted any more.</summary>
    public static readonly Rule InTime = new(
        "assessments.reexamination-in-time", "The time to ask for re-examination is over.", Source.RuleSet);

    /// <summary>The next request waits for the finding.</summary>
    public static readonly Rule OneAtATime = new(
        "assessments.reexamination-one-at-a-time", "A request for re-examination is still open.", Source.Product);

    /// <summary>What was answered is not asked again.</summary>
    public static readonly Rule OncePerGround = new(
        "assessments.reexamination-once-per-ground", "A request on the same ground has been made for this case.", Source.RuleSet);

    /// <summary>The applicant says what is wrong.</summary>
    public static readonly Rule Stated = new(
        "assessments.reexamination-stated", "The request must say what went wrong.", Source.Product);

    /// <summary>Academic judgement is the committee's alone.</summary>
    public static readonly Rule NotMerit = new(
        "assessments.reexamination-not-merit", "Academic judgement is not re-examined; such a request is answered with reasons.", Source.RuleSet);

    /// <summary>A missed recusal has a name, and nothing else has.</summary>
    public static readonly Rule NamesWhoStayed = new(
        "assessments.reexamination-names-who-stayed",
        "Upholding a missed recusal names who should have left the case; upholding another ground names nobody.",
        Source.Product);

    /// <summary>A finding is final.</summary>
    public static readonly Rule StillOpen = new(
        "assessments.reexamination-still-open", "This request has been decided.", Source.Product);

    /// <summary>A finding has reasons.</summary>
    public static readonly Rule FindingReasoned = new(
        "assessments.reexamination-finding-reasoned", "The finding must give its reasons.", Source.Provisions(27));

    /// <summary>Only a counted result can be set aside.</summary>
    public static readonly Rule ResultSetAside = new(
        "assessments.reexamination-result-set-aside", "Only a result that was voted and counted can be set aside.", Source.Product);

    /// <summary>Who took part is known; nobody else can have stayed.</summary>
    public static readonly Rule TookPart = new(
        "assessments.reexamination-took-part", "Only who read the dossier or voted on it can have missed a recusal.", Source.Product);
}
