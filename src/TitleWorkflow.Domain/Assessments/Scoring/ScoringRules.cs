namespace TitleWorkflow.Domain.Assessments.Scoring;

/// <summary>What quantitative evaluation demands (量化评价).</summary>
public static class ScoringRules
{
    /// <summary>A standard is a sound tree of at most four levels.</summary>
    public static readonly Rule TreeSound = new(
        "assessments.tree-sound",
        "A standard has at most four levels, every key once, words in both languages, and no points or caps below zero.",
        Source.RuleSet);

    /// <summary>Four eyes: who wrote the draft of a standard does not put it into force.</summary>
    public static readonly Rule StandardSecondPerson = new(
        "assessments.standard-second-person", "Somebody else than the person who wrote a standard must approve it.", Source.Product);

    /// <summary>An approval is for what the approver has read.</summary>
    public static readonly Rule StandardSeenAsItIs = new(
        "assessments.standard-seen-as-it-is", "There is no draft any more, or it was changed since the approver opened it.", Source.Product);

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
