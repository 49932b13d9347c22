namespace TitleWorkflow.Domain.Nominations;

/// <summary>What is demanded of nominations (举荐制).</summary>
public static class NominationRules
{
    /// <summary>Only the special track takes nominations, and it is for senior engineers.</summary>
    public static readonly Rule SeniorEngineering = new(
        "nominations.senior-engineering",
        "A nomination is for a senior title of the engineering series, under a plan of the nomination channel.",
        Source.SpecialisedMeasures);

    /// <summary>An enterprise nominates its own staff.</summary>
    public static readonly Rule OwnStaff = new(
        "nominations.own-staff", "An enterprise nominates persons in its own service.", Source.SpecialisedMeasures);

    /// <summary>A nomination says why.</summary>
    public static readonly Rule Reasoned = new(
        "nominations.reasoned", "A nomination must give its reasons.", Source.SpecialisedMeasures);

    /// <summary>Nobody nominates themselves.</summary>
    public static readonly Rule NotOneself = new(
        "nominations.not-oneself", "Nobody can nominate themselves.", Source.Product);

    /// <summary>The honour lives when it is used and when the plan closes.</summary>
    public static readonly Rule HonorLive = new(
        "nominations.honor-live",
        "The enterprise's honour must be live on the day of signature and on the closing day of the plan.",
        Source.SpecialisedMeasures);

    /// <summary>A provincial honour gives deputy senior nominations only.</summary>
    public static readonly Rule ProvincialDeputySenior = new(
        "nominations.provincial-deputy-senior",
        "A provincial honour gives nominations for deputy senior titles only.",
        Source.SpecialisedMeasures);

    /// <summary>Of a year's nominations few are for full senior titles.</summary>
    public static readonly Rule FullSeniorQuota = new(
        "nominations.full-senior-quota",
        "The enterprise's nominations of this year for full senior titles are used up.",
        Source.SpecialisedMeasures);

    /// <summary>An enterprise has so many nominations a year.</summary>
    public static readonly Rule YearlyQuota = new(
        "nominations.yearly-quota", "The enterprise's nominations of this year are used up.", Source.SpecialisedMeasures);

    /// <summary>A false nomination costs the right.</summary>
    public static readonly Rule RightLost = new(
        "nominations.right-lost",
        "After a false nomination, nominator and enterprise have lost the right to nominate until the period is over.",
        Source.Product);

    /// <summary>One signature, and a second one only where the first is a relative's.</summary>
    public static readonly Rule SignedOnce = new(
        "nominations.signed-once", "This nomination takes no further signature.", Source.SpecialisedMeasures);

    /// <summary>A relative's nomination needs a second signatory.</summary>
    public static readonly Rule SecondSignatory = new(
        "nominations.second-signatory",
        "A relative's nomination needs a second signatory, who is not a relative.",
        Source.Product);

    /// <summary>A signature is the signatory's own.</summary>
    public static readonly Rule SignatureOwn = new(
        "nominations.signature-own",
        "A signature needs the signatory's own name, typed, and the signatory's own password.",
        Source.SignatureLaw(13));

    /// <summary>The special track is for the nominated.</summary>
    public static readonly Rule NominatedOnly = new(
        "nominations.nominated-only", "Only who is nominated can apply under this plan.", Source.SpecialisedMeasures);

    /// <summary>A nomination a declaration rests on ends with it.</summary>
    public static readonly Rule EndsWithDeclaration = new(
        "nominations.ends-with-declaration",
        "A nomination that a declaration rests on, or that has ended, cannot be taken back by itself.",
        Source.Product);

    /// <summary>A false nomination is found with reasons.</summary>
    public static readonly Rule FalseReasoned = new(
        "nominations.false-reasoned", "Only a signed nomination can be found false, and only with reasons.", Source.Product);
}
