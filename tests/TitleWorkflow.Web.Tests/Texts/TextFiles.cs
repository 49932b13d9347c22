using System.Text.Json;
using System.Text.RegularExpressions;

namespace TitleWorkflow.Web.Tests.Texts;

/// <summary>The dictionaries as they lie in the source tree, and the keys that pages and code name.</summary>
internal static partial class TextFiles
{
    public static readonly string[] Languages = ["zh-CN", "en"];

    private static readonly string Source = Path.Combine(Root(), "src");

    public static IReadOnlyDictionary<string, Dictionary<string, string>> ByFile { get; } =
        Directory.EnumerateFiles(Path.Combine(Source, "TitleWorkflow.Web", "Texts"), "*.json")
            .ToDictionary(file => Path.GetFileName(file), Read);

    public static IReadOnlyDictionary<string, string> In(string language) =>
        ByFile.Where(file => file.Key.EndsWith($".{language}.json", StringComparison.Ordinal))
            .SelectMany(file => file.Value)
            .ToDictionary();

    public static IEnumerable<string> Areas => ByFile.Keys.Select(name => name[..name.IndexOf('.')]).Distinct();

    /// <summary>
    /// Quoted words that look like a key of one of the areas. One that ends with a dot begins a family.
    /// </summary>
    public static ISet<string> NamedIn(string project) =>
        Directory.EnumerateFiles(Path.Combine(Source, project), "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".cshtml")
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}"))
            .SelectMany(file => Quoted().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups[1].Value)
            .Where(word => Areas.Contains(word[..word.IndexOf('.')]))
            .ToHashSet();

    /// <summary>True if a named word stands for the key: it is the key, or it begins the key at a dot.</summary>
    public static bool Covers(string named, string key) =>
        named == key || key.StartsWith(named.TrimEnd('.') + ".", StringComparison.Ordinal);

    private static Dictionary<string, string> Read(string file) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(file))!;

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "TitleWorkflow.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }

    [GeneratedRegex("""
        "([a-z]+\.[A-Za-z0-9_.-]*)["{]
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Quoted();
}
