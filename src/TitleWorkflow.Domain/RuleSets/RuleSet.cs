using TitleWorkflow.Domain.Calendars;

namespace TitleWorkflow.Domain.RuleSets;

/// <summary>Identifies one version of a rule set.</summary>
public readonly record struct RuleSetId(Guid Value)
{
    /// <summary>A fresh, time-ordered id.</summary>
    public static RuleSetId New() => new(Guid.CreateVersion7());
}

/// <summary>What a rule set may not contain.</summary>
public static class RuleSetRules
{
    /// <summary>No region may go below the national floor.</summary>
    public static readonly Rule WithinFloor = new(
        "rulesets.within-floor", "A rule set's value lies outside what national rules allow.", Source.Provisions(5));
}

/// <summary>The local values of one region, year and channel; a version never changes once stored.</summary>
public sealed class RuleSet : Aggregate
{
    private RuleSet()
    {
    }

    /// <summary>A new version with the given values; parameters not named take their default.</summary>
    /// <exception cref="RuleBrokenException">A value lies outside its floor.</exception>
    public RuleSet(RuleSetId id, string name, int year, int number, CountMode countMode, IReadOnlyDictionary<string, int> values)
    {
        RuleSetRules.WithinFloor.Require(Parameter.All.All(p =>
            !values.TryGetValue(p.Key, out var value) || (value >= p.Minimum && value <= p.Maximum)));
        Id = id;
        Name = name;
        Year = year;
        Number = number;
        CountMode = countMode;
        Values = new Dictionary<string, int>(values);
    }

    /// <summary>Identity of this version.</summary>
    public RuleSetId Id { get; private set; }

    /// <summary>Region and channel in words.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Plan year it serves.</summary>
    public int Year { get; private set; }

    /// <summary>Version number, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Whether publicity counts its first day.</summary>
    public CountMode CountMode { get; private set; }

    /// <summary>Values set by the region, by <see cref="Parameter.Key"/>.</summary>
    public Dictionary<string, int> Values { get; private set; } = [];

    /// <summary>The value in force for a parameter.</summary>
    public int this[Parameter parameter] => Values.GetValueOrDefault(parameter.Key, parameter.Default);
}
