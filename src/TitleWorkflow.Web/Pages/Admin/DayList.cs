using System.Globalization;
using System.Text.RegularExpressions;

namespace TitleWorkflow.Web.Pages.Admin;

/// <summary>Dates of one year as people write them: <c>01-01…01-03 04-05</c>.</summary>
internal static partial class DayList
{
    /// <summary>The dates; false with the first word that is none.</summary>
    public static bool TryRead(string? text, int year, out List<DateOnly> days, out string unreadable)
    {
        days = [];
        unreadable = "";
        foreach (var word in (text ?? "").Split([' ', ',', '，', '、', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            var match = Span().Match(word);
            var first = Day(match.Groups["first"].Value, year);
            var last = match.Groups["last"].Success ? Day(match.Groups["last"].Value, year) : first;
            if (first is not { } from || last is not { } to || to < from)
            {
                unreadable = word;

                return false;
            }

            days.AddRange(Enumerable.Range(from.DayNumber, to.DayNumber - from.DayNumber + 1).Select(DateOnly.FromDayNumber));
        }

        return true;
    }

    /// <summary>The same the other way round; days in a row are drawn together.</summary>
    public static string Write(IReadOnlyList<DateOnly> days)
    {
        var words = new List<string>();
        for (var i = 0; i < days.Count;)
        {
            var end = i;
            while (end + 1 < days.Count && days[end + 1] == days[end].AddDays(1))
            {
                end++;
            }

            words.Add(end == i ? Text(days[i]) : $"{Text(days[i])}…{Text(days[end])}");
            i = end + 1;
        }

        return string.Join(' ', words);
    }

    private static DateOnly? Day(string text, int year) => DateOnly.TryParseExact(
        string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{text}"),
        "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day
        : null;

    private static string Text(DateOnly day) => day.ToString("MM-dd", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<first>\d{1,2}-\d{1,2})((…|\.{2,3}|~|～|至)(?<last>\d{1,2}-\d{1,2}))?$")]
    private static partial Regex Span();
}
