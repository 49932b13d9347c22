using TitleWorkflow.Domain.RuleSets;

namespace TitleWorkflow.Domain.Channels;

/// <summary>One person held against the conditions of one rule set.</summary>
internal sealed partial class Examination(ApplicantFacts facts, RuleSetContent content, DateOnly cutoff)
{
    private const int MonthsAYear = 12;

    /// <summary>Every line; only the first one where the channel does not lead to the title wanted.</summary>
    public IEnumerable<ConditionFound> Conditions()
    {
        if (!content.Targets.Any(t => t.Series == facts.Series && t.Level == facts.Level))
        {
            yield return Target();
            yield break;
        }

        foreach (var condition in content.Conditions.Where(c => c.Level is null || c.Level == facts.Level))
        {
            foreach (var found in Look(condition))
            {
                yield return found;
            }
        }
    }

    private IEnumerable<ConditionFound> Look(Condition condition) => condition.Kind switch
    {
        ConditionKind.Waived => [Found(condition, Finding.Waived, [])],
        ConditionKind.Steps => Steps(condition),
        ConditionKind.Ladder => Ladder(condition),
        _ => [AnyOf(condition)],
    };

    // The channel leads elsewhere: to another series, or to these levels.
    private ConditionFound Target()
    {
        var levels = content.Targets.Where(t => t.Series == facts.Series).Select(t => (int)t.Level).Order().ToList();
        var measures = levels.Select(l => new Measure(
            Metric.WantedTitle, Comparison.AtLeast, l, (int)facts.Level, Finding.Failed));
        return new ConditionFound(
            "target", "通往的职称", "Title it leads to", Finding.Failed, Source.RuleSet,
            [new WayTaken("", "", [.. measures], Finding.Failed, null)]);
    }

    private ConditionFound AnyOf(Condition condition)
    {
        var ways = condition.AnyOf!.Select(Walk).ToList();
        if (ways.Find(w => w.Finding == Finding.Met) is { } met)
        {
            return Found(condition, Finding.Met, [met]);
        }

        var isOpen = ways.Exists(w => w.Finding == Finding.Unknown);
        return Found(condition, isOpen ? Finding.Unknown : Finding.Failed, ways, isOpen ? null : ways.Min(w => w.Earliest));
    }

    private WayTaken Walk(Way way)
    {
        var measures = way.AllOf.Select(Measured).ToList();
        return Taken(way.Name, way.EnglishName, measures);
    }

    private Measure Measured(ThresholdRule rule) => ThresholdRule.IsDuration(rule.Metric)
        ? Held(rule.Metric, rule.Value)
        : Compared(rule, facts.Figures.TryGetValue(rule.Metric, out var seen) ? seen : null);

    private static Measure Compared(ThresholdRule rule, int? seen)
    {
        var reaches = rule.Comparison == Comparison.AtLeast ? seen >= rule.Value : seen <= rule.Value;
        var finding = seen is null ? Finding.Unknown : reaches ? Finding.Met : Finding.Failed;
        return new Measure(rule.Metric, rule.Comparison, rule.Value, seen, finding);
    }

    private Measure Held(Metric metric, int years)
    {
        if (facts.StartOf(metric) is not { } since)
        {
            return new Measure(metric, Comparison.AtLeast, years * MonthsAYear, null, years == 0 ? Finding.Met : Finding.Unknown);
        }

        var full = content.Seniority.FullOn(since, years);
        var seen = content.Seniority.MonthsHeld(since, cutoff);
        return full <= cutoff
            ? new Measure(metric, Comparison.AtLeast, years * MonthsAYear, seen, Finding.Met)
            : new Measure(metric, Comparison.AtLeast, years * MonthsAYear, seen, Finding.Failed, full);
    }

    private static WayTaken Taken(string name, string englishName, List<Measure> measures)
    {
        var failed = measures.FindAll(m => m.Finding == Finding.Failed);
        var finding = failed.Count > 0 ? Finding.Failed
            : measures.Exists(m => m.Finding == Finding.Unknown) ? Finding.Unknown
            : Finding.Met;

        // Waiting helps only if it mends all that is missing and nothing is open.
        var helps = failed.Count > 0 && failed.TrueForAll(m => m.Earliest is not null)
            && !measures.Exists(m => m.Finding == Finding.Unknown);
        return new WayTaken(name, englishName, measures, finding, helps ? failed.Max(m => m.Earliest) : null);
    }

    private static ConditionFound Found(
        Condition condition, Finding finding, IReadOnlyList<WayTaken> ways, DateOnly? earliest = null) => new(
        condition.Code, condition.Name, condition.EnglishName, finding, condition.Source, ways, earliest, condition.AtSubmission);
}
