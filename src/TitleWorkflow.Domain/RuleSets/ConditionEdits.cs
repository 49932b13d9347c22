using TitleWorkflow.Domain.Declarations;

namespace TitleWorkflow.Domain.RuleSets;

/// <summary>What an officer adds to the conditions of a draft, and takes from them; the national floor is held when it is saved.</summary>
public static class ConditionEdits
{
    private const int Most = 40;
    private const int LongestName = 60;

    /// <summary>One more condition: a waiver where nothing is asked, else one that begins with one threshold.</summary>
    /// <param name="content">The draft's content.</param>
    /// <param name="name">Chinese name.</param>
    /// <param name="englishName">English name.</param>
    /// <param name="level">Only for this target; null for every one.</param>
    /// <param name="asked">What is asked; null for a waiver.</param>
    /// <exception cref="RuleBrokenException">A name is missing or too long, the threshold means nothing, or there are too many.</exception>
    public static RuleSetContent Adding(
        this RuleSetContent content, string name, string englishName, TitleLevel? level, ThresholdRule? asked)
    {
        RuleSetRules.ConditionSound.Require(
            content.Conditions.Count < Most && IsName(name) && IsName(englishName) && (asked is null || IsSound(asked)));
        var number = Enumerable.Range(1, Most).First(n => content.Conditions.All(c => c.Code != CodeOf(n)));
        return content with
        {
            Conditions =
            [
                .. content.Conditions,
                new Condition(
                    CodeOf(number), name.Trim(), englishName.Trim(), asked is null ? ConditionKind.Waived : ConditionKind.Facts,
                    Source.RuleSet, asked is null ? null : [new Way("", "", [asked])], level),
            ],
        };
    }

    /// <summary>One more threshold of a condition that looks at facts.</summary>
    /// <param name="content">The draft's content.</param>
    /// <param name="code">The condition.</param>
    /// <param name="way">Number of the way, from 1, whose thresholds it joins; null for another way to fulfil the condition.</param>
    /// <param name="asked">What is asked.</param>
    /// <exception cref="RuleBrokenException">There is no such condition or way, or the threshold means nothing.</exception>
    public static RuleSetContent Asking(this RuleSetContent content, string code, int? way, ThresholdRule asked)
    {
        var ways = content.Conditions.FirstOrDefault(c => c.Code == code)?.AnyOf;
        RuleSetRules.ConditionSound.Require(
            ways is not null && IsSound(asked) && (way is null ? ways.Count < Most : way >= 1 && way <= ways.Count && ways[way.Value - 1].AllOf.Count < Most));
        return content.With(code, condition => condition with
        {
            AnyOf = way is null
                ? [.. ways!, new Way("", "", [asked])]
                : [.. ways!.Select((w, i) => i == way - 1 ? w with { AllOf = [.. w.AllOf, asked] } : w)],
        });
    }

    /// <summary>Without a condition, one of its ways, or one threshold of a way; what would be left empty goes with it.</summary>
    /// <param name="content">The draft's content.</param>
    /// <param name="code">The condition.</param>
    /// <param name="way">Number of the way, from 1; null for the whole condition.</param>
    /// <param name="threshold">Number of the threshold, from 1; null for the whole way.</param>
    /// <exception cref="RuleBrokenException">There is no such thing.</exception>
    public static RuleSetContent Without(this RuleSetContent content, string code, int? way, int? threshold)
    {
        var condition = content.Conditions.FirstOrDefault(c => c.Code == code);
        var left = way is null
            ? []
            : (condition?.AnyOf ?? [])
                .Select((w, i) => i != way - 1 ? w : w with { AllOf = [.. w.AllOf.Where((_, k) => threshold is not null && k != threshold - 1)] })
                .Where(w => w.AllOf.Count > 0).ToList();
        RuleSetRules.ConditionSound.Require(
            condition is not null && (way is null || left.Sum(w => w.AllOf.Count) < (condition.AnyOf ?? []).Sum(w => w.AllOf.Count)));
        return left.Count == 0
            ? content with { Conditions = [.. content.Conditions.Where(c => c.Code != code)] }
            : content.With(code, c => c with { AnyOf = left });
    }

    private static RuleSetContent With(this RuleSetContent content, string code, Func<Condition, Condition> change) =>
        content with { Conditions = [.. content.Conditions.Select(c => c.Code == code ? change(c) : c)] };

    private static string CodeOf(int number) => $"own-{number}";

    private static bool IsName(string name) => name.Trim() is { Length: > 0 and <= LongestName };

    private static bool IsSound(ThresholdRule rule) => Enum.IsDefined(rule.Metric) && Enum.IsDefined(rule.Comparison)
        && rule.Value >= 0 && rule.Value <= ThresholdRule.Highest(rule.Metric);
}
