using System.Text;
using System.Text.RegularExpressions;

namespace TitleWorkflow.Domain.Experts;

/// <summary>Names of people and organisations as they are compared: however they are written, they mean the same.</summary>
public static partial class PartyName
{
    /// <summary>
    /// The name with full-width forms made half-width, without spaces and marks, in lower case, and without the words that only
    /// say what kind of company it is: 远岫自动化有限公司 and 远岫自动化（股份）公司 are 远岫自动化.
    /// </summary>
    public static string Key(string name)
    {
        var narrow = string.Concat(name.EnumerateRunes().Where(PlainText.Is).Select(Narrow));
        var plain = NotLetters().Replace(narrow, "").ToLowerInvariant();
        var stem = CompanyWords().Replace(plain, "");
        return stem.Length > 0 ? stem : plain;
    }

    // Ａ is A: the full-width forms lie in the order of ASCII.
    private static Rune Narrow(Rune rune) => rune.Value is >= 0xFF01 and <= 0xFF5E ? new Rune(rune.Value - 0xFEE0) : rune;

    [GeneratedRegex(@"[^\p{L}\p{N}]+")]
    private static partial Regex NotLetters();

    [GeneratedRegex("((股份|责任)?有限(责任)?|股份|集团)*公司$|(companylimited|coltd|limited|ltd|inc|llc|gmbh)$")]
    private static partial Regex CompanyWords();
}
