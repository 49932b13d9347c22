using TitleWorkflow.Domain.Calendars;

namespace TitleWorkflow.Domain.RuleSets;

/// <summary>One value of a rule set that a bureau may change, and the bounds national rules leave it.</summary>
/// <param name="Path">Address within the content, such as <c>steps/Intermediate/Bachelor</c>.</param>
/// <param name="Value">Value it has; for a choice the number of the member.</param>
/// <param name="Minimum">Smallest lawful value.</param>
/// <param name="Maximum">Largest lawful value.</param>
/// <param name="Floor">Where the bound is written; null where it is only a sensible range.</param>
/// <param name="Choice">The enumeration it is a member of; null for a number.</param>
public sealed record Figure(string Path, int Value, int Minimum, int Maximum, Source? Floor = null, Type? Choice = null);

/// <summary>A rule set seen as a list of figures: for the form, for telling two versions apart, for taking over changes.</summary>
public static class RuleSetFigures
{
    private const int MostYears = 40;

    /// <summary>Every figure of a content, in a fixed order.</summary>
    public static IReadOnlyList<Figure> Of(RuleSetContent content) =>
    [
        .. Parameter.All.Select(p => new Figure("values/" + p.Key, content[p], p.Minimum, p.Maximum, p.Floor)),
        Choice("count-mode", content.CountMode),
        Choice("publicity-mode", content.Publicity),
        Choice("reading-mode", content.Reading),
        .. Hops(content).Select(h => Choice(PathOf(h), h.Mode)),
        Choice("seniority/start", content.Seniority.Start),
        Choice("seniority/cutoff", content.Seniority.Cutoff),
        .. content.Steps.Select(s => new Figure(
            PathOf(s), s.Years, NationalFloor.Find(s)?.Years ?? 0, MostYears, NationalFloor.StepsSource)),
        .. content.Ladder.Where(s => s.Target is not null).Select(s => new Figure(
            PathOf(s), s.Years, NationalFloor.Find(s)?.Years ?? 0, MostYears, NationalFloor.LadderSource)),
        .. content.Conditions.SelectMany(c => Thresholds(c).Select(t => new Figure(
            t.Path, t.Rule.Value, 0, ThresholdRule.Highest(t.Rule.Metric)))),
    ];

    /// <summary>The content with other values at some paths; paths it does not have are passed over.</summary>
    public static RuleSetContent With(this RuleSetContent content, IReadOnlyDictionary<string, int> changes)
    {
        int Now(string path, int value) => changes.GetValueOrDefault(path, value);
        return content with
        {
            CountMode = (CountMode)Now("count-mode", (int)content.CountMode),
            Publicity = (PublicityMode)Now("publicity-mode", (int)content.Publicity),
            Reading = (ReadingMode)Now("reading-mode", (int)content.Reading),
            Path = [.. Hops(content).Select(h => h with { Mode = (HopMode)Now(PathOf(h), (int)h.Mode) })],
            Seniority = new Seniority(
                (SeniorityStartRule)Now("seniority/start", (int)content.Seniority.Start),
                (SeniorityCutoffRule)Now("seniority/cutoff", (int)content.Seniority.Cutoff)),
            Values = Parameter.All.ToDictionary(p => p.Key, p => Now("values/" + p.Key, content[p])),
            Steps = [.. content.Steps.Select(s => s with { Years = Now(PathOf(s), s.Years) })],
            Ladder = [.. content.Ladder.Select(s => s with { Years = Now(PathOf(s), s.Years) })],
            Conditions = [.. content.Conditions.Select(c => c.AnyOf is null ? c : c with { AnyOf = Changed(c, Now) })],
        };
    }

    private static List<Way> Changed(Condition condition, Func<string, int, int> now) =>
    [
        .. condition.AnyOf!.Select((way, i) => way with
        {
            AllOf = [.. way.AllOf.Select((rule, k) => rule with { Value = now(PathOf(condition, i, k), rule.Value) })],
        }),
    ];

    private static IEnumerable<(string Path, ThresholdRule Rule)> Thresholds(Condition condition) =>
        (condition.AnyOf ?? []).SelectMany((way, i) => way.AllOf.Select((rule, k) => (PathOf(condition, i, k), rule)));

    // Every authority for every level the channel leads to.
    private static IEnumerable<Hop> Hops(RuleSetContent content) =>
        from level in content.Targets.Select(t => t.Level).Distinct()
        from authority in Hop.Authorities
        select new Hop(level, authority, content.HopAt(authority, level));

    private static string PathOf(Hop hop) => $"path/{hop.Level}/{hop.At}";

    private static string PathOf(EligibilityStep step) => $"steps/{step.Target}/{step.Degree}";

    private static string PathOf(SkillStep step) => $"ladder/{step.Skill}";

    private static string PathOf(Condition condition, int way, int rule) => $"conditions/{condition.Code}/{way + 1}/{rule + 1}";

    private static Figure Choice<T>(string path, T value)
        where T : struct, Enum =>
        new(path, Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture), 0, Enum.GetValues<T>().Length - 1, Choice: typeof(T));
}
