using Jint.Parser;

namespace TitleWorkflow.Engine.Expressions;

/// <summary>Where and why a source is no ECMAScript 5.</summary>
internal sealed record ScriptProblem(int Line, int Column, string Message);

/// <summary>Refuses what the interpreter cannot run: newer syntax, and nesting that would exhaust the stack.</summary>
internal static class ScriptSyntax
{
    private const int MaxLength = 20_000;

    // The parser takes these for keywords and would run them as if they were "var".
    private static readonly HashSet<string> Newer = new(StringComparer.Ordinal) { "let", "const", "yield" };

    public static ScriptProblem? Check(string source)
    {
        if (source.Length > MaxLength)
        {
            return new ScriptProblem(1, 1, $"A script may have {MaxLength} characters.");
        }

        if (ScriptDepth.Check(source) is { } problem)
        {
            return problem;
        }

        try
        {
            var program = new JavaScriptParser().Parse(source, new ParserOptions { Tokens = true });
            var newer = program.Tokens.FirstOrDefault(
                token => token.Type == Tokens.Keyword && token.Value is string word && Newer.Contains(word));

            return newer is null
                ? null
                : new ScriptProblem(
                    newer.Location.Start.Line,
                    newer.Location.Start.Column + 1,
                    newer.Value is "yield"
                        ? "Generators are newer than ECMAScript 5; collect the values in a list."
                        : $"'{newer.Value}' is newer than ECMAScript 5; use 'var'.");
        }
        catch (ParserException exception)
        {
            return new ScriptProblem(exception.LineNumber, exception.Column, ScriptAdvice.For(source, exception));
        }
        catch (Exception exception) when (exception is Jint.Runtime.JavaScriptException or ArgumentException)
        {
            return new ScriptProblem(1, 1, exception.Message);
        }
    }
}
