using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.Localization;

namespace TitleWorkflow.Web.Texts;

/// <summary>
/// The interface's words: one dictionary per area and language, embedded. A key that no dictionary knows is its own
/// text.
/// </summary>
internal sealed class JsonTexts : IStringLocalizer
{
    private readonly FrozenDictionary<string, FrozenDictionary<string, string>> dictionaries =
        Languages.Supported.ToFrozenDictionary(language => language, Load);

    public LocalizedString this[string name] => Find(name, []);

    public LocalizedString this[string name, params object[] arguments] => Find(name, arguments);

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) =>
        Current.Select(entry => new LocalizedString(entry.Key, entry.Value));

    private FrozenDictionary<string, string> Current => dictionaries[Languages.Current];

    private LocalizedString Find(string name, object[] arguments)
    {
        if (!Current.TryGetValue(name, out var text))
        {
            return new LocalizedString(name, name, resourceNotFound: true);
        }

        return new LocalizedString(
            name, arguments.Length == 0 ? text : string.Format(Plurals.Format, text, arguments));
    }

    private static FrozenDictionary<string, string> Load(string language)
    {
        var assembly = Assembly.GetExecutingAssembly();

        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("Texts/", StringComparison.Ordinal)
                && name.EndsWith($".{language}.json", StringComparison.Ordinal))
            .SelectMany(name => Read(assembly, name))
            .ToFrozenDictionary();
    }

    private static Dictionary<string, string> Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;

        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!;
    }
}
