namespace TitleWorkflow.Domain.Committees;

/// <summary>What is demanded of a review committee.</summary>
public static class CommitteeRules
{
    /// <summary>Smallest senior committee set up by specialty.</summary>
    public const int SeniorBySpecialty = 11;

    /// <summary>Smallest intermediate or junior committee.</summary>
    public const int Lower = 7;

    /// <summary>Longest authorisation, in years.</summary>
    public const int AuthorizationYears = 3;

    /// <summary>The number of members is odd.</summary>
    public static readonly Rule Odd = new(
        "committees.odd", "A committee has an odd number of members.", Source.Provisions(9));

    /// <summary>Enough members for the level.</summary>
    public static readonly Rule LargeEnough = new(
        "committees.large-enough", "The committee is too small for its level.", Source.Provisions(9));

    /// <summary>Authorised for at most three years, and today.</summary>
    public static readonly Rule Authorized = new(
        "committees.authorized",
        "The committee's authorisation does not cover that day, or runs longer than three years.",
        Source.Provisions(8));

    /// <summary>A withdrawn authorisation begins nothing new.</summary>
    public static readonly Rule NotWithdrawn = new(
        "committees.not-withdrawn",
        "The committee's authorisation was withdrawn: it takes on no plan and no declaration.",
        Source.Product);

    /// <summary>A committee has one director.</summary>
    public static readonly Rule OneDirector = new(
        "committees.one-director", "A committee has exactly one director.", Source.Provisions(9));
}
