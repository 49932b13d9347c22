namespace TitleWorkflow.Domain.Channels;

/// <summary>What an officer's decision on a channel demands (人工认定).</summary>
public static class ManualDecisionRules
{
    /// <summary>Where the rules answer, nobody decides against them.</summary>
    public static readonly Rule NothingMapped = new(
        "channels.nothing-mapped",
        "An officer decides only where the rules map a skill to no title themselves.",
        Source.SkillCrossover);

    /// <summary>One decision for one title, channel and plan year.</summary>
    public static readonly Rule AskedOnce = new(
        "channels.decision-asked-once", "A decision for this title, channel and plan year has been asked for.", Source.Product);

    /// <summary>A decision is final.</summary>
    public static readonly Rule StillOpen = new(
        "channels.decision-still-open", "This has been decided.", Source.Product);

    /// <summary>Whoever is told yes or no learns why, and on what it rests.</summary>
    public static readonly Rule Reasoned = new(
        "channels.decision-reasoned", "A decision gives its reason and what it rests on.", Source.Product);
}
