using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.RuleSets;

/// <summary>Identifies one version of a rule set.</summary>
public readonly record struct RuleSetId(Guid Value)
{
    /// <summary>A fresh, time-ordered id.</summary>
    public static RuleSetId New() => new(Guid.CreateVersion7());
}

/// <summary>
/// One version of the rules of a region, year and channel. A draft is written by one officer and approved by another; from
/// then on it never changes, and what was opened under it stays under it.
/// </summary>
public sealed class RuleSet : Aggregate
{
    private RuleSet()
    {
    }

    /// <summary>A version that is in force from 1 January of its year, as the product ships it.</summary>
    /// <exception cref="RuleBrokenException">The content lies below the national floor.</exception>
    public RuleSet(RuleSetId id, string region, int year, Channel channel, int number, RuleSetContent content)
    {
        RuleSetRules.WithinFloor.Require(NationalFloor.Below(channel, content).Count == 0);
        Id = id;
        Region = region;
        Year = year;
        Channel = channel;
        Number = number;
        Content = content;
        EffectiveFrom = new DateOnly(year, 1, 1);
        IsPublished = true;
    }

    /// <summary>Identity of this version.</summary>
    public RuleSetId Id { get; private set; }

    /// <summary>The region it is of, such as <c>zhejiang</c>.</summary>
    public string Region { get; private set; } = "";

    /// <summary>Plan year it is made for; later years go by it until they have one of their own.</summary>
    public int Year { get; private set; }

    /// <summary>The channel it is about.</summary>
    public Channel Channel { get; private set; }

    /// <summary>Version number within region, year and channel, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>What it says.</summary>
    public RuleSetContent Content { get; private set; } = RuleSetContent.Plain;

    /// <summary>First day on which new cases and advice go by it.</summary>
    public DateOnly EffectiveFrom { get; private set; }

    /// <summary>False while it is a draft.</summary>
    public bool IsPublished { get; private set; }

    /// <summary>Who wrote the draft; null for what the product ships.</summary>
    public PersonId? DraftedBy { get; private set; }

    /// <summary>Who approved it; null for a draft and for what the product ships.</summary>
    public PersonId? ApprovedBy { get; private set; }

    /// <summary>When it was approved; null for a draft and for what the product ships.</summary>
    public DateTimeOffset? ApprovedAt { get; private set; }

    /// <summary>Whether publicity counts its first day.</summary>
    public CountMode CountMode => Content.CountMode;

    /// <summary>The value in force for a parameter.</summary>
    public int this[Parameter parameter] => Content[parameter];

    /// <summary>Of each channel the version a plan year goes by on a day: of the latest year that is not later, the highest number.</summary>
    public static IReadOnlyList<RuleSet> InForce(IEnumerable<RuleSet> sets, int planYear, DateOnly day) =>
    [
        .. sets.Where(s => s.IsPublished && s.EffectiveFrom <= day && s.Year <= planYear)
            .GroupBy(s => s.Channel)
            .Select(g => g.OrderByDescending(s => s.Year).ThenByDescending(s => s.Number).First()),
    ];

    /// <summary>
    /// Whether a plan of a channel may rest on it: rules of that channel that lead to that title. Whoever reviews by own power has a
    /// standard of its own above the ordinary rules, and an entrusted committee reviews as it always does.
    /// </summary>
    public bool Reaches(Channel channel, TitleSeries series, TitleLevel level) =>
        (Channel == channel || (Channel == Channel.Standard && (channel.IsByOwnPower() || channel == Channel.Entrusted)))
        && Content.Targets.Contains(new TargetTitle(series, level));

    /// <summary>A draft that says for now what this version says.</summary>
    /// <param name="number">The next free number.</param>
    /// <param name="by">Who writes it.</param>
    /// <param name="effectiveFrom">First day on which it shall count.</param>
    public RuleSet Draft(int number, PersonId by, DateOnly effectiveFrom) => new()
    {
        Id = RuleSetId.New(),
        Region = Region,
        Year = Year,
        Channel = Channel,
        Number = number,
        Content = Content,
        EffectiveFrom = effectiveFrom,
        DraftedBy = by,
    };

    /// <summary>Changes a draft. Whoever changes it becomes its author.</summary>
    /// <exception cref="RuleBrokenException">It is published, or the content lies below the national floor.</exception>
    public void Revise(RuleSetContent content, DateOnly effectiveFrom, PersonId by)
    {
        RuleSetRules.DraftOnly.Require(!IsPublished);
        RuleSetRules.WithinFloor.Require(NationalFloor.Below(Channel, content).Count == 0);
        Content = content;
        EffectiveFrom = effectiveFrom;
        DraftedBy = by;
    }

    /// <summary>A second officer publishes the draft.</summary>
    /// <exception cref="RuleBrokenException">
    /// It is published, was written by the same person, would take effect backwards, or lies below the national floor.
    /// </exception>
    public void Approve(PersonId by, DateOnly today, DateTimeOffset now)
    {
        RuleSetRules.DraftOnly.Require(!IsPublished);
        RuleSetRules.SecondPerson.Require(DraftedBy != by);
        RuleSetRules.NotBackwards.Require(EffectiveFrom >= today);
        RuleSetRules.WithinFloor.Require(NationalFloor.Below(Channel, Content).Count == 0);
        IsPublished = true;
        ApprovedBy = by;
        ApprovedAt = now;
    }
}
