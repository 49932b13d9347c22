using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.RuleSets;

namespace TitleWorkflow.Domain.Pilots;

/// <summary>One line of a unit's own standard (单位标准): a road to a level.</summary>
/// <param name="Target">Level applied for.</param>
/// <param name="Degree">Schooling asked, equivalences applied; null for the path of outstanding results, which asks for none.</param>
/// <param name="After">Level that must be held, and from which the years run; null where they run from graduation, or none is asked.</param>
/// <param name="Years">Full years; 0 for at once.</param>
/// <param name="Results">Outstanding results asked for where no degree is; null otherwise.</param>
public sealed record StandardLine(TitleLevel Target, Education? Degree, TitleLevel? After, int Years, string? Results = null);

/// <summary>What is to be said about a line of a standard.</summary>
/// <param name="Line">Index of the line, from 0.</param>
/// <param name="Rule">The rule it meets.</param>
/// <param name="National">What the nation asks for the same road; null where it knows none.</param>
/// <param name="Source">Where that is written.</param>
public sealed record StandardFlag(int Line, Rule Rule, EligibilityStep? National, Source Source)
{
    /// <summary>False for what the city may approve.</summary>
    public bool Forbids => Rule != PilotRules.OutstandingByCity;
}

/// <summary>Holds a unit's standard against the national floor (Interim Provisions on Title Review, art. 5).</summary>
public static class UnitStandard
{
    /// <summary>Everything to be said, in the order of the lines; lines without a word are in order.</summary>
    public static IReadOnlyList<StandardFlag> Check(IReadOnlyList<StandardLine> lines) =>
        [.. lines.SelectMany((line, i) => FlagOf(line) is var (rule, national, source) ? [new StandardFlag(i, rule, national, source)] : Nothing)];

    /// <summary>True if the lines lead to <paramref name="highest"/>, no further, and none stands twice.</summary>
    public static bool IsInScope(IReadOnlyList<StandardLine> lines, TitleLevel highest) =>
        lines.Any(l => l.Target == highest)
        && lines.All(l => l.Target <= highest)
        && lines.DistinctBy(l => (l.Target, l.Degree)).Count() == lines.Count;

    private static IEnumerable<StandardFlag> Nothing => [];

    private static (Rule Rule, EligibilityStep? National, Source Source)? FlagOf(StandardLine line)
    {
        if (line.Degree is not { } degree)
        {
            return string.IsNullOrWhiteSpace(line.Results)
                ? (PilotRules.ResultsNamed, null, PilotRules.ResultsNamed.Source)
                : (PilotRules.OutstandingByCity, null, PilotRules.OutstandingByCity.Source);
        }

        var asked = new EligibilityStep(line.Target, degree, line.After, line.Years);
        return NationalFloor.Find(asked) is not { } national
            ? (PilotRules.StandardRoad, null, NationalFloor.StepsSource)
            : IsLooser(asked, national) ? (PilotRules.StandardFloor, national, NationalFloor.StepsSource) : null;
    }

    // A lower title, or none where one is asked, is looser whatever the years; a higher one is stricter.
    private static bool IsLooser(EligibilityStep asked, EligibilityStep national) =>
        (asked.After ?? 0) < (national.After ?? 0)
        || ((asked.After ?? 0) == (national.After ?? 0) && asked.Years < national.Years);
}
