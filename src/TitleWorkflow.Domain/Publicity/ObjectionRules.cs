namespace TitleWorkflow.Domain.Publicity;

/// <summary>What objecting to a posted name demands, and what the finding on it does (公示异议).</summary>
public static class ObjectionRules
{
    /// <summary>Who objects does so while the name is posted.</summary>
    public static readonly Rule InTime = new(
        "publicity.objection-in-time",
        "An objection is taken until the end of the last day of publicity.",
        Source.Provisions(26));

    /// <summary>An objection says what is wrong.</summary>
    public static readonly Rule Stated = new(
        "publicity.objection-stated", "An objection must say what is wrong.", Source.Product);

    /// <summary>A name is worth something if its bearer can be asked.</summary>
    public static readonly Rule NamedWithContact = new(
        "publicity.objection-named-with-contact",
        "An objection under one's real name says how to reach its bearer; an anonymous one gives neither.",
        Source.RuleSet);

    /// <summary>What was said on paper or by telephone is written down by the office it was said to.</summary>
    public static readonly Rule RecordedByOffice = new(
        "publicity.objection-recorded-by-office",
        "Only the office that receives objections records one that came by telephone, by letter or in person.",
        Source.Product);

    /// <summary>A finding is final.</summary>
    public static readonly Rule StillOpen = new(
        "publicity.objection-still-open", "This objection is not, or no longer, looked into.", Source.Product);

    /// <summary>A finding has reasons, and so has more time for it.</summary>
    public static readonly Rule Reasoned = new(
        "publicity.objection-reasoned", "Findings, extensions and referrals must give their reasons.", Source.Provisions(26));

    /// <summary>The time for the finding is extended once.</summary>
    public static readonly Rule ExtendedOnce = new(
        "publicity.objection-extended-once", "The time for this finding has been extended already.", Source.RuleSet);

    /// <summary>Nobody investigates on their own behalf.</summary>
    public static readonly Rule ConcernedDoesNotDecide = new(
        "publicity.objection-concerned-does-not-decide",
        "Whoever an objection concerns does not decide on it; the supervisor does.",
        Source.Supervision);
}
