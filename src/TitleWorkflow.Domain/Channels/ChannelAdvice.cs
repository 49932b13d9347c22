using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.RuleSets;

namespace TitleWorkflow.Domain.Channels;

/// <summary>What looking at a condition came to.</summary>
public enum Finding
{
    /// <summary>It is met.</summary>
    Met,

    /// <summary>The channel does not ask for it.</summary>
    Waived,

    /// <summary>It is not met.</summary>
    Failed,

    /// <summary>Something needed to say so is not known.</summary>
    Unknown,

    /// <summary>Nothing follows from the rules; an officer decides.</summary>
    Manual,
}

/// <summary>A value held against the value asked.</summary>
/// <param name="Metric">What is looked at.</param>
/// <param name="Comparison">How it is compared.</param>
/// <param name="Asked">The value asked; durations in months.</param>
/// <param name="Seen">The value seen; durations in months; null if not known, or if there is none.</param>
/// <param name="Finding">What it came to.</param>
/// <param name="Earliest">First day on which it would be met by waiting; null where waiting does not help, or none is needed.</param>
public sealed record Measure(
    Metric Metric, Comparison Comparison, int Asked, int? Seen, Finding Finding, DateOnly? Earliest = null);

/// <summary>One way of a condition and what its values came to.</summary>
/// <param name="Name">Chinese name; empty where the condition has one way only.</param>
/// <param name="EnglishName">English name; empty likewise.</param>
/// <param name="Measures">Its values.</param>
/// <param name="Finding">Failed if one failed, else unknown if one is not known, else met.</param>
/// <param name="Earliest">First day on which all of it would be met by waiting; null where waiting does not help.</param>
public sealed record WayTaken(
    string Name, string EnglishName, IReadOnlyList<Measure> Measures, Finding Finding, DateOnly? Earliest);

/// <summary>One line of advice: a condition and what looking at it came to.</summary>
/// <param name="Code">Rule, as <c>channel.condition</c>; unique within an advice.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="EnglishName">English name.</param>
/// <param name="Finding">What it came to.</param>
/// <param name="Source">Where it is written.</param>
/// <param name="Ways">The way that suffices, or all of them if none does; empty for what is waived.</param>
/// <param name="Earliest">First day on which it would be met; null where waiting does not help.</param>
/// <param name="AtSubmission">Not knowing it yet is no obstacle: it is checked when the dossier comes in.</param>
public sealed record ConditionFound(
    string Code,
    string Name,
    string EnglishName,
    Finding Finding,
    Source Source,
    IReadOnlyList<WayTaken> Ways,
    DateOnly? Earliest = null,
    bool AtSubmission = false);

/// <summary>Whether a channel is open.</summary>
public enum Verdict
{
    /// <summary>It can be taken in the plan year.</summary>
    Eligible,

    /// <summary>An officer decides.</summary>
    ManualDecision,

    /// <summary>It depends on something not known.</summary>
    ToConfirm,

    /// <summary>Something is not met.</summary>
    NotYet,
}

/// <summary>What is to be said of one channel.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="RuleSet">The version it was judged by.</param>
/// <param name="Year">Year that version was made for.</param>
/// <param name="Number">Its number.</param>
/// <param name="Verdict">Whether it is open.</param>
/// <param name="Conditions">Every line, in the rule set's order.</param>
/// <param name="Earliest">First day on which it would open by waiting alone; null where that does not help.</param>
/// <param name="PlanYear">First plan year that reaches that day; null likewise.</param>
/// <param name="Fee">What the review costs, yuan.</param>
public sealed record ChannelAdvice(
    Channel Channel,
    RuleSetId RuleSet,
    int Year,
    int Number,
    Verdict Verdict,
    IReadOnlyList<ConditionFound> Conditions,
    DateOnly? Earliest,
    int? PlanYear,
    int Fee);

/// <summary>The whole answer.</summary>
/// <param name="Outcome">What it comes to: the best of the channels; a date that is certain before what is not known.</param>
/// <param name="CutoffOn">Day to which years are counted, as the first channel counts; null without any channel.</param>
/// <param name="Channels">Channels of the region, in the order of advice.</param>
public sealed record Advice(Verdict Outcome, DateOnly? CutoffOn, IReadOnlyList<ChannelAdvice> Channels);
