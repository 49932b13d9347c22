using System.Globalization;
using Microsoft.Extensions.Localization;
using TitleWorkflow.Domain.Assessments;
using TitleWorkflow.Domain.Assessments.Scoring;
using TitleWorkflow.Web.Texts;

namespace TitleWorkflow.Web.Pages.Assessments;

/// <summary>How points come about, in words and figures.</summary>
internal static class ScoreWords
{
    public static string Name(ScoreItem item) => Languages.IsChinese ? item.Text : item.English;

    public static string Name(ScoreOption option) => Languages.IsChinese ? option.Text : option.English;

    public static string Points(decimal points) => points.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>How an entry turns into points, and which entries count.</summary>
    public static IEnumerable<string> Rule(IStringLocalizer texts, ScoreRule rule)
    {
        yield return rule.Basis switch
        {
            ScoreBasis.PerUnit => texts["assessments.score.basis.PerUnit", Points(rule.Points)],
            ScoreBasis.RankTable => texts["assessments.score.basis.RankTable", string.Join(" / ", rule.Table!.Select(Points))],
            ScoreBasis.RankStep => texts["assessments.score.basis.RankStep", Points(rule.Points), Points(rule.Decrement)],
            ScoreBasis.Option => string.Join(
                texts["assessments.list-comma"], rule.Options!.Select(o => $"{Name(o)} {Points(o.Points)}")),
            _ => texts["assessments.score.basis.Fixed", Points(rule.Points)],
        };
        if (rule.Combination != ScoreCombination.Sum)
        {
            yield return rule.Combination == ScoreCombination.HighestOnly
                ? texts["assessments.score.highest-only"] : texts["assessments.score.best", rule.Best];
        }

        if (rule.SinceTitle)
        {
            yield return texts["assessments.score.since-title"];
        }

        if (rule.Evidence)
        {
            yield return texts["assessments.score.with-evidence"];
        }
    }

    /// <summary>What a number of an indicator is.</summary>
    public static string Part(IStringLocalizer texts, ScoreItem item, string part) => part.Split('-', 2) switch
    {
        ["rank", var place] => texts["assessments.standards.rank", place],
        ["option", var key] when item.Rule?.Options?.FirstOrDefault(o => o.Key == key) is { } option => Name(option),
        _ => texts["assessments.standards.part." + part],
    };

    /// <summary>The working of one entry: 12 − 2 × 2 = 8.</summary>
    public static string Working(ScoreRule rule, EntryWorking entry) => rule.Basis switch
    {
        ScoreBasis.PerUnit when entry.Flaw is null => $"{Points(entry.Entry.Quantity)} × {Points(rule.Points)} = {Points(entry.Points)}",
        ScoreBasis.RankStep when entry is { Flaw: null, Entry.Rank: > 1 and var rank } =>
            $"{Points(rule.Points)} − {Points(rule.Decrement)} × {rank - 1} = {Points(entry.Points)}",
        _ => Points(entry.Points),
    };

    /// <summary>The working of an indicator that ran into its cap: 12 → 10; null where it did not.</summary>
    public static string? Capped(ItemWorking item) =>
        item.Before > item.Cap ? $"{Points(item.Before)} → {Points(item.Points)}" : null;

    /// <summary>Every indicator of a working by its key.</summary>
    public static Dictionary<string, ItemWorking> ByKey(ScoreWorking? working) =>
        working is null ? [] : All(working.Items).ToDictionary(i => i.Item);

    private static IEnumerable<ItemWorking> All(IReadOnlyList<ItemWorking> items) => items.SelectMany(i => All(i.Items).Prepend(i));
}
