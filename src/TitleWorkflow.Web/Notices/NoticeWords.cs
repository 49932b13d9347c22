using System.Globalization;
using Microsoft.Extensions.Localization;
using TitleWorkflow.Web.Texts;

namespace TitleWorkflow.Web.Notices;

/// <summary>What a notice says, in the language of the request; list, mail and interface for programs share these words.</summary>
internal sealed class NoticeWords(IStringLocalizer texts, Formats formats)
{
    // More places than any text has: a notice written before its text got a further place still reads.
    private const int Places = 8;

    /// <summary>The heading of a kind of notice: 补正通知.</summary>
    public string Title(string key) => texts[key + ".title"];

    /// <summary>What, by when, where: one sentence or two, with days as people read them.</summary>
    public string Sentence(string key, IReadOnlyList<string> values)
    {
        var words = new object[Math.Max(Places, values.Count)];
        Array.Fill(words, "");
        for (var i = 0; i < values.Count; i++)
        {
            words[i] = Words(values[i]);
        }

        return texts[key, words];
    }

    private string Words(string value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? formats.Day(date)
            : value;
}
