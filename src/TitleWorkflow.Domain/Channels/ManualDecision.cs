using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Domain.RuleSets;

namespace TitleWorkflow.Domain.Channels;

/// <summary>Identifies a manual decision.</summary>
public readonly record struct ManualDecisionId(Guid Value)
{
    /// <summary>A fresh, time-ordered id.</summary>
    public static ManualDecisionId New() => new(Guid.CreateVersion7());

    /// <inheritdoc />
    public override string ToString() => Value.ToString();
}

/// <summary>
/// Where the rules map nothing, an officer decides whether somebody may take a channel in a plan year (人工认定): what is asked and by
/// which rule set is frozen with the question.
/// </summary>
public sealed class ManualDecision : Aggregate
{
    private ManualDecision()
    {
    }

    /// <summary>Identity.</summary>
    public ManualDecisionId Id { get; private set; }

    /// <summary>Number shown to people, such as RD-2026-0003.</summary>
    public string Number { get; private set; } = "";

    /// <summary>Who asks.</summary>
    public PersonId Person { get; private set; }

    /// <summary>The organising unit that decides.</summary>
    public OrganisationId Office { get; private set; }

    /// <summary>Plan year it counts for.</summary>
    public int Year { get; private set; }

    /// <summary>Channel it counts for.</summary>
    public Channel Channel { get; private set; }

    /// <summary>Series wanted.</summary>
    public TitleSeries Series { get; private set; }

    /// <summary>Level wanted.</summary>
    public TitleLevel Level { get; private set; }

    /// <summary>The version of the rule set that mapped nothing.</summary>
    public RuleSetId RuleSet { get; private set; }

    /// <summary>What the person stated, as it was when asked.</summary>
    public ApplicantFacts Facts { get; private set; } = null!;

    /// <summary>When it was asked.</summary>
    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>The decision; null while open.</summary>
    public bool? IsEligible { get; private set; }

    /// <summary>Why; null while open.</summary>
    public string? Reason { get; private set; }

    /// <summary>The document it rests on; null while open.</summary>
    public string? Basis { get; private set; }

    /// <summary>Which officer decided; null while open.</summary>
    public PersonId? DecidedBy { get; private set; }

    /// <summary>When it was decided; null while open.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Somebody whom the adviser sent to an officer asks for the decision.</summary>
    /// <param name="number">Number shown to people.</param>
    /// <param name="person">Who asks.</param>
    /// <param name="office">The organising unit that decides.</param>
    /// <param name="year">Plan year.</param>
    /// <param name="advice">What the adviser says of the channel.</param>
    /// <param name="facts">What is known of the person.</param>
    /// <param name="earlier">Decisions the person has asked for before.</param>
    /// <param name="now">When.</param>
    /// <exception cref="RuleBrokenException">The rules answer themselves, or it was asked already.</exception>
    public static ManualDecision Ask(
        string number,
        PersonId person,
        OrganisationId office,
        int year,
        ChannelAdvice advice,
        ApplicantFacts facts,
        IEnumerable<ManualDecision> earlier,
        DateTimeOffset now)
    {
        ManualDecisionRules.AskedOnce.Require(!earlier.Any(e => e.IsFor(advice.Channel, year, facts)));
        ManualDecisionRules.NothingMapped.Require(advice.Verdict == Verdict.ManualDecision);
        return new ManualDecision
        {
            Id = ManualDecisionId.New(),
            Number = number,
            Person = person,
            Office = office,
            Year = year,
            Channel = advice.Channel,
            Series = facts.Series,
            Level = facts.Level,
            RuleSet = advice.RuleSet,
            Facts = facts,
            AskedAt = now,
        };
    }

    /// <summary>An officer decides.</summary>
    /// <exception cref="RuleBrokenException">Decided already, or without reason and basis.</exception>
    public void Decide(bool isEligible, string? reason, string? basis, PersonId by, DateTimeOffset now)
    {
        ManualDecisionRules.StillOpen.Require(IsEligible is null);
        ManualDecisionRules.Reasoned.Require(!string.IsNullOrWhiteSpace(reason) && !string.IsNullOrWhiteSpace(basis));
        IsEligible = isEligible;
        Reason = reason!.Trim();
        Basis = basis!.Trim();
        DecidedBy = by;
        DecidedAt = now;
    }

    /// <summary>Whether it answers for a channel, a plan year and the title wanted.</summary>
    public bool IsFor(Channel channel, int year, ApplicantFacts facts) =>
        Channel == channel && Year == year && Series == facts.Series && Level == facts.Level;

    /// <summary>Whether it was made about what is known now: the same skill, for it is the skill that maps to nothing.</summary>
    internal bool Holds(Channel channel, int year, ApplicantFacts facts) =>
        IsEligible is not null && IsFor(channel, year, facts) && Facts.Skill?.Level == facts.Skill?.Level;
}
