using Jint.Parser;

namespace TitleWorkflow.Engine.Expressions;

/// <summary>Says how something is written in ECMAScript 5, where the parser only says what it did not expect.</summary>
internal static class ScriptAdvice
{
    // Tried in this order on the text from just before the place the parser stopped at.
    private static readonly (string Sign, string Advice)[] BySign =
    [
        ("=>", "Arrow functions are newer than ECMAScript 5; write 'function (a) { return …; }'."),
        ("`", "Template strings are newer than ECMAScript 5; write 'text' + value."),
        ("...", "Spread is newer than ECMAScript 5; use concat for lists and apply for arguments."),
        ("?.", "'?.' is newer than ECMAScript 5; write a && a.b."),
        ("??", "'??' is newer than ECMAScript 5; write a != null ? a : b."),
        ("**", "'**' is newer than ECMAScript 5; use Math.pow(a, b)."),
        ("class", "Classes are newer than ECMAScript 5; use a function that returns an object."),
        ("import", "Modules are newer than ECMAScript 5; write everything into this script."),
        ("export", "Modules are newer than ECMAScript 5; the script's last value is its result."),
        ("async", "Async functions are newer than ECMAScript 5, and nothing here has to be awaited."),
        ("await", "Async functions are newer than ECMAScript 5, and nothing here has to be awaited."),
        ("of ", "'for … of' is newer than ECMAScript 5; count with 'for (var i = 0; i < list.length; i++)'."),
    ];

    public static string For(string source, ParserException exception)
    {
        var at = Math.Clamp(exception.Index, 0, source.Length);
        var around = source[Math.Max(0, at - 3)..Math.Min(source.Length, at + 8)];

        foreach (var (sign, advice) in BySign)
        {
            if (around.Contains(sign, StringComparison.Ordinal))
            {
                return advice;
            }
        }

        return exception.Description switch
        {
            "Unexpected token =" => "Default values and destructuring are newer than ECMAScript 5; assign with 'var'.",
            "Unexpected token [" or "Unexpected token {" =>
                "Destructuring is newer than ECMAScript 5; write 'var a = o.a;' for each.",
            "Unexpected token }" or "Unexpected token ," when Inside(source, at) =>
                $"{exception.Description}; short members are newer than ECMAScript 5, write '{{ a: a }}'.",
            _ => exception.Description,
        };
    }

    private static bool Inside(string source, int at) =>
        source.AsSpan(0, at).LastIndexOf('{') > source.AsSpan(0, at).LastIndexOf(':');
}
