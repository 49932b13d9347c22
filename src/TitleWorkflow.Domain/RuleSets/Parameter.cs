namespace TitleWorkflow.Domain.RuleSets;

/// <summary>One whole-number value a region may set, within a floor no region may cross.</summary>
/// <param name="Key">Address in the rule set, such as <c>publicity.result.days</c>.</param>
/// <param name="Default">Value where the rule set is silent.</param>
/// <param name="Minimum">Smallest lawful value.</param>
/// <param name="Maximum">Largest lawful value.</param>
public sealed record Parameter(string Key, int Default, int Minimum, int Maximum)
{
    /// <summary>Employer publicity, working days; at least 5 (Interim Provisions on Title Review, art. 16).</summary>
    public static readonly Parameter EmployerPublicityDays = new("publicity.employer.days", 5, 5, 60);

    /// <summary>Result publicity, working days; at least 5 (Interim Provisions on Title Review, art. 26).</summary>
    public static readonly Parameter ResultPublicityDays = new("publicity.result.days", 5, 5, 60);

    /// <summary>Time to answer a supplement notice, working days.</summary>
    public static readonly Parameter SupplementDays = new("supplement.days", 5, 1, 60);

    /// <summary>Time to correct a returned dossier, working days.</summary>
    public static readonly Parameter ReturnDays = new("return.days", 5, 1, 60);

    /// <summary>Time for a group's opinion, working days.</summary>
    public static readonly Parameter GroupReviewDays = new("group.review.days", 10, 1, 90);

    /// <summary>Experts a dossier is read by; at least 3 (Interim Provisions on Title Review).</summary>
    public static readonly Parameter GroupMinimumExperts = new("group.minExperts", 3, 3, 25);

    /// <summary>Every parameter there is.</summary>
    public static IReadOnlyList<Parameter> All { get; } =
    [
        EmployerPublicityDays, ResultPublicityDays, SupplementDays, ReturnDays, GroupReviewDays, GroupMinimumExperts,
    ];
}
