namespace TitleWorkflow.Domain.Assessments.Scoring;

/// <summary>What quantitative evaluation demands (量化评价).</summary>
public static class ScoringRules
{
    /// <summary>A standard is a sound tree of at most four levels.</summary>
    public static readonly Rule TreeSound = new(
        "assessments.tree-sound",
        "A standard has at most four levels, every key once, and no points or caps below zero.",
        Source.RuleSet);

    /// <summary>An entry says what its indicator asks for.</summary>
    public static readonly Rule EntryFits = new(
        "assessments.entry-fits",
        "An entry belongs to an indicator of the standard and says what the indicator asks for.",
        Source.RuleSet);

    /// <summary>The employer checks the self-score with the dossier.</summary>
    public static readonly Rule CheckOpen = new(
        "assessments.check-open", "The employer confirms a self-score while it checks the dossier.", Source.Product);

    /// <summary>Every entry is judged, and a reason given for what is not confirmed.</summary>
    public static readonly Rule FindingReasoned = new(
        "assessments.finding-reasoned",
        "The employer judges every entry, and gives a reason for what it does not confirm.",
        Source.Product);
}
