using System.Text.RegularExpressions;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Web.Tests.Security;

/// <summary>One row of the matrix: a request and what everybody is answered. See the head of the file for its meaning.</summary>
/// <param name="Method">GET, POST, PUT, DELETE, or ANY for endpoints that take every method.</param>
/// <param name="Address">Address with items of the world in braces.</param>
/// <param name="Nobody">What a stranger is answered: a status, or <c>in</c> for the way to the sign-in page.</param>
/// <param name="Elsewhere">What a holder of the role at another organisation is answered; null for the same.</param>
/// <param name="Answers">Status by role.</param>
/// <param name="Kind">How the body is written: json, form, file; null without one.</param>
/// <param name="Body">The body, with items of the world in braces.</param>
internal sealed partial record MatrixRow(
    string Method,
    string Address,
    string Nobody,
    int? Elsewhere,
    IReadOnlyDictionary<Role, int> Answers,
    string? Kind,
    string Body)
{
    private const int Forbidden = 403;

    private static readonly Role[] Roles = Enum.GetValues<Role>();

    /// <summary>Every row of the file, in its order.</summary>
    public static IReadOnlyList<MatrixRow> All { get; } = Read();

    /// <summary>The request as the file writes it.</summary>
    public string Ask => $"{Method} {Address}";

    /// <summary>The endpoint it belongs to, as <see cref="ProgramEndpoints"/> writes it; of the query only the handler counts.</summary>
    public string Act
    {
        get
        {
            var parts = Item().Replace(Address, "{}").Split('?');
            return $"{Method} {parts[0]}{(parts is [_, var query] && query.StartsWith("handler=", StringComparison.Ordinal) ? $"?{query}" : "")}";
        }
    }

    /// <summary>What a holder of the role elsewhere is answered: a role that never comes here does not come from there either.</summary>
    public int ElsewhereFor(Role role) => Answers[role] == Forbidden ? Forbidden : Elsewhere ?? Answers[role];

    private static List<MatrixRow> Read()
    {
        var rows = new List<MatrixRow>();
        var file = Path.Combine(AppContext.BaseDirectory, "Security", "authorisation-matrix.txt");
        foreach (var line in File.ReadLines(file).Where(l => l.Trim() is { Length: > 0 } text && text[0] != '#'))
        {
            if (char.IsWhiteSpace(line[0]))
            {
                var (kind, body) = Halves(line.Trim());
                rows[^1] = rows[^1] with { Kind = kind, Body = body };
                continue;
            }

            rows.Add(Parse(line));
        }

        return rows;
    }

    private static MatrixRow Parse(string line)
    {
        var words = line.Split((char[])[' ', '|'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length == Roles.Length + 4
            ? new MatrixRow(
                words[0],
                words[1],
                words[2],
                words[3] == "=" ? null : int.Parse(words[3]),
                Roles.Zip(words.Skip(4), (role, code) => (role, int.Parse(code))).ToDictionary(),
                null,
                "")
            : throw new FormatException($"Not {Roles.Length} roles: {line}");
    }

    private static (string Kind, string Body) Halves(string text) =>
        text.Split(' ', 2) is [var first, var rest] ? (first, rest) : (text, "");

    [GeneratedRegex(@"\{[a-z-]+\}")]
    private static partial Regex Item();
}
