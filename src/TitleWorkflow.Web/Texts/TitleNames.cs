using Microsoft.Extensions.Localization;
using TitleWorkflow.Domain.Declarations;

namespace TitleWorkflow.Web.Texts;

/// <summary>Series, levels, titles and channels in the language of the request; specialties are data and stay Chinese.</summary>
internal static class TitleNames
{
    public static string Series(this IStringLocalizer texts, TitleSeries series) => texts["titles.series." + series];

    public static string Level(this IStringLocalizer texts, TitleLevel level) => texts["titles.level." + level];

    public static string Channel(this IStringLocalizer texts, Channel channel) => texts["titles.channel." + channel];

    /// <summary>高级工程师; Senior engineer.</summary>
    public static string Title(this IStringLocalizer texts, TitleSeries series, TitleLevel level) =>
        texts[$"titles.name.{series}.{level}"];

    /// <summary>工程·机械.</summary>
    public static string SeriesAndSpecialty(this IStringLocalizer texts, TitleSeries series, string specialty) =>
        texts["titles.series-and-specialty", texts.Series(series), specialty];
}
