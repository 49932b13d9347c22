using Microsoft.Extensions.Localization;
using TitleWorkflow.Application.RuleSets;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.RuleSets;
using TitleWorkflow.Web.Channels;
using TitleWorkflow.Web.Texts;

namespace TitleWorkflow.Web.Pages.RuleSets;

/// <summary>The values of a rule set by name, found by their address.</summary>
internal static class FigureWords
{
    public static string Name(IStringLocalizer texts, AdviceWords words, GetRuleSet.Result set, string path) => path.Split('/') switch
    {
        ["values", var key] => texts["rulesets.parameter." + key],
        ["steps", var target, var degree] => texts["rulesets.step",
            texts.Title(TitleSeries.Engineering, Enum.Parse<TitleLevel>(target)), words.Schooling(Enum.Parse<Education>(degree))],
        ["ladder", var skill] => texts["rulesets.rung", words.Skill(Enum.Parse<SkillLevel>(skill))],
        ["path", var level, var authority] => texts["rulesets.hop",
            texts.Level(Enum.Parse<TitleLevel>(level)), texts["rulesets.authority." + authority].Value],
        ["conditions", var code, var way, var rule] => Threshold(words, set, code, int.Parse(way) - 1, int.Parse(rule) - 1),
        _ => texts["rulesets.figure." + path],
    };

    /// <summary>A number, or the word a choice has for it.</summary>
    public static string Value(IStringLocalizer texts, GetRuleSet.Result set, string path, int value) =>
        set.Figures.FirstOrDefault(f => f.Path == path) is { Choices.Count: > 0 } choice
            ? texts["rulesets.choice." + choice.Choices[value]]
            : $"{value}";

    private static string Threshold(AdviceWords words, GetRuleSet.Result set, string code, int way, int rule)
    {
        var condition = set.Conditions.First(c => c.Code == code);
        var taken = condition.AnyOf![way];
        var chinese = taken.Name.Length > 0 ? taken.Name : condition.Name;
        var english = taken.EnglishName.Length > 0 ? taken.EnglishName : condition.EnglishName;

        return $"{(Languages.IsChinese ? chinese : english)} · {words.Name(taken.AllOf[rule].Metric)}";
    }
}
