using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using TitleWorkflow.Domain;
using TitleWorkflow.Domain.Channels;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.RuleSets;
using TitleWorkflow.Web.Problems;
using TitleWorkflow.Web.Texts;

namespace TitleWorkflow.Web.Channels;

/// <summary>Values, bounds and sources of rule sets as people read them, in the language of the request.</summary>
internal sealed class AdviceWords(IStringLocalizer texts, Formats formats)
{
    private const int MonthsAYear = 12;

    /// <summary>山东; the code itself for a region nobody has put into words.</summary>
    public string Region(string region) => TextOr("rulesets.region." + region, region);

    /// <summary>规则集 山东·2022 年第 1 版.</summary>
    public string RuleSet(string region, int year, int number) => texts["rulesets.version", Region(region), year, number];

    /// <summary>《职称评审管理暂行规定》第 13 条.</summary>
    public string Source(Source source) => new RuleTexts(texts).Describe(new Rule("", "", source)).Source;

    /// <summary>任职年限：要求 4 年，现 3 年 10 个月.</summary>
    public string Line(TitleSeries series, Measure measure)
    {
        var asked = Value(series, measure.Metric, measure.Asked);
        var seen = measure.Seen is { } value ? Value(series, measure.Metric, value) : texts[Missing(measure)].Value;
        var key = (ThresholdRule.IsYesOrNo(measure.Metric), measure.Metric == Metric.WantedTitle, measure.Comparison) switch
        {
            (true, _, _) => "channels.line.yes-no",
            (_, true, _) => "channels.line.target",
            (_, _, Comparison.AtLeast) => "channels.line.at-least",
            _ => "channels.line.at-most",
        };

        return texts[key, texts["channels.metric." + measure.Metric], asked, seen];
    }

    /// <summary>任职年限 ≥ 4 年.</summary>
    public string Asked(TitleSeries series, ThresholdRule rule) => texts[
        rule.Comparison == Comparison.AtLeast ? "rulesets.at-least" : "rulesets.at-most", Name(rule.Metric),
        Value(series, rule.Metric, ThresholdRule.IsDuration(rule.Metric) ? rule.Value * MonthsAYear : rule.Value)];

    /// <summary>The metric's name.</summary>
    public string Name(Metric metric) => texts["channels.metric." + metric];

    /// <summary>A skill's name.</summary>
    public string Skill(SkillLevel skill) => texts["channels.skill." + skill];

    /// <summary>A schooling's name.</summary>
    public string Schooling(Education education) => texts["channels.education." + education];

    /// <summary>Members of an enumeration to choose from, after an empty first line.</summary>
    public IEnumerable<SelectListItem> Choices<T>(string prefix, IEnumerable<T> members, string empty)
        where T : struct, Enum =>
        members.Select(m => new SelectListItem(texts[prefix + m], m.ToString()))
            .Prepend(new SelectListItem(texts[empty], ""));

    /// <summary>Yes, no, not known.</summary>
    public IEnumerable<SelectListItem> YesOrNo() =>
    [
        new(texts["channels.unknown"], ""), new(texts["channels.yes"], "1"), new(texts["channels.no"], "0"),
    ];

    /// <summary>Numbered words to choose from, such as the scopes of an honour.</summary>
    public IEnumerable<SelectListItem> Numbered(string prefix, int members) => Enumerable.Range(0, members)
        .Select(n => new SelectListItem(texts[$"{prefix}{n}"], $"{n}")).Prepend(new SelectListItem(texts["channels.unknown"], ""));

    private static string Missing(Measure measure) =>
        measure.Metric is Metric.HeldTitle or Metric.SkillLevel ? "channels.none" : "channels.not-given";

    private string Value(TitleSeries series, Metric metric, int value) => metric switch
    {
        Metric.Education => Schooling((Education)value),
        Metric.WantedTitle or Metric.HeldTitle => texts.Level((TitleLevel)value) is var level && HasTitle(series, value)
            ? texts.Title(series, (TitleLevel)value) : level,
        Metric.SkillLevel => Skill((SkillLevel)value),
        Metric.Honour => texts[$"channels.honour.{value}"],
        Metric.ManagementRank => texts[$"channels.rank.{value}"],
        _ when ThresholdRule.IsDuration(metric) => Duration(value),
        _ when ThresholdRule.IsYesOrNo(metric) => texts[value == 0 ? "channels.no" : "channels.yes"],
        _ => formats.Number(value),
    };

    private static bool HasTitle(TitleSeries series, int level) =>
        series == TitleSeries.Engineering || (TitleLevel)level != TitleLevel.Technician;

    private string Duration(int months) => (months / MonthsAYear, months % MonthsAYear) switch
    {
        (0, var rest) => texts["channels.months", rest],
        (var years, 0) => texts["channels.years", years],
        var (years, rest) => texts["channels.years-and-months", years, rest],
    };

    private string TextOr(string key, string otherwise)
    {
        var text = texts[key];

        return text.ResourceNotFound ? otherwise : text.Value;
    }
}
