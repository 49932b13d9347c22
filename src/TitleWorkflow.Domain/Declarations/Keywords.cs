namespace TitleWorkflow.Domain.Declarations;

/// <summary>Fields of work as an applicant names them (关键词), and when an expert's meet them.</summary>
public static class Keywords
{
    /// <summary>Key of the dossier's field that holds them, in whichever section.</summary>
    public const string Field = "keywords";

    /// <summary>Most that count, the first ones named.</summary>
    public const int Most = 5;

    private static readonly char[] Between = ['、', '，', ',', '；', ';', '\n'];

    /// <summary>The dossier's keywords, in the order named; its specialty where it names none.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyDictionary<string, Dictionary<string, string>> dossier, string specialty)
    {
        var named = dossier.OrderBy(s => s.Key, StringComparer.Ordinal)
            .SelectMany(s => s.Value.GetValueOrDefault(Field, "")
                .Split(Between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Distinct().Take(Most).ToList();
        return named.Count > 0 ? named : [specialty];
    }

    /// <summary>Whether two mean one field: one is in the other, whatever the case of letters, and has two characters at least.</summary>
    public static bool Meet(string one, string other)
    {
        var (shorter, longer) = one.Length <= other.Length ? (one, other) : (other, one);
        return shorter.Length > 1 && longer.Contains(shorter, StringComparison.OrdinalIgnoreCase);
    }
}
