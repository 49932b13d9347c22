using System.Text.RegularExpressions;

namespace TitleWorkflow.Engine.Expressions;

/// <summary>
/// Refuses sources that nest too deep. Parser and interpreter call themselves for each level, and a stack that runs out
/// ends the whole process: so this looks at the text alone, and rather counts too much than too little.
/// </summary>
internal static partial class ScriptDepth
{
    private const int MaxBrackets = 100;
    private const int MaxOperands = 600;
    private const int MaxStatements = 300;

    public static ScriptProblem? Check(string source)
    {
        var (brackets, operands, statements) = (0, 0, 0);

        foreach (var token in Token().EnumerateMatches(source))
        {
            var text = source.AsSpan(token.Index, token.Length);
            brackets += text is "(" or "[" or "{" ? 1 : text is ")" or "]" or "}" ? -1 : 0;
            operands = text is ";" or "{" or "}" or "," ? 0 : operands + 1;
            statements += text is "if" or "else" or "for" or "while" or "do" or "with" or "try" or "function" ? 1 : 0;

            if (brackets > MaxBrackets || operands > MaxOperands || statements > MaxStatements)
            {
                var before = source.AsSpan(0, token.Index);

                return new ScriptProblem(
                    before.Count('\n') + 1,
                    token.Index - before.LastIndexOf('\n'),
                    "The script is too deep or too long here; split it.");
            }
        }

        return null;
    }

    // A text counts as one token; comments and regular expressions count as what they look like.
    [GeneratedRegex("""'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|[\p{L}\p{Nd}_$]+|[^\s]""", RegexOptions.CultureInvariant)]
    private static partial Regex Token();
}
