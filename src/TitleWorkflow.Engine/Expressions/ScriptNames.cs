using System.Text.RegularExpressions;

namespace TitleWorkflow.Engine.Expressions;

/// <summary>The names a source mentions: only for those anything is put into the interpreter.</summary>
internal sealed partial class ScriptNames
{
    private ScriptNames(HashSet<string> all, string[] variables, bool isComputed)
    {
        All = all;
        Variables = variables;
        IsComputed = isComputed;
    }

    public HashSet<string> All { get; }

    /// <summary>The names that stand literally behind <c>variables.</c>.</summary>
    public IReadOnlyList<string> Variables { get; }

    /// <summary>Whether members can be reached by names that do not stand in the source.</summary>
    public bool IsComputed { get; }

    public static ScriptNames In(string source) => new(
        [.. Identifier().Matches(source).Select(match => match.Value)],
        [.. VariableMember().Matches(source).Select(match => match.Groups[1].Value).Distinct()],
        source.Contains('[', StringComparison.Ordinal) || source.Contains('\\', StringComparison.Ordinal));

    public bool Mentions(string name) => All.Contains(name);

    [GeneratedRegex(@"[\p{L}_$][\p{L}\p{Nd}_$]*", RegexOptions.CultureInvariant)]
    private static partial Regex Identifier();

    [GeneratedRegex(@"(?<![\p{L}\p{Nd}_$.])variables\s*\.\s*([\p{L}_$][\p{L}\p{Nd}_$]*)", RegexOptions.CultureInvariant)]
    private static partial Regex VariableMember();
}
