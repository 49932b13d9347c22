using System.Globalization;
using System.Text.RegularExpressions;

namespace TitleWorkflow.Application.Tests.Assessments.Secrecy;

/// <summary>How an attack went.</summary>
/// <param name="Name">What was joined with what.</param>
/// <param name="Guesses">How many ballots it dared to guess.</param>
/// <param name="Hits">How many of them rightly.</param>
/// <param name="Surprise">
/// By how many standard deviations that is more than somebody guesses who knows the tallies alone and draws at random from them.
/// </param>
internal sealed record Attack(string Name, int Guesses, int Hits, double Surprise);

/// <summary>
/// Holds copies of everything and tries to tell how each voter voted: by order, id and time (any order of the voters' traces against
/// any order of the opened ballots), by a value both share, by words left behind, and by sizes learnt from half of the ballots.
/// </summary>
internal sealed partial class Adversary(IReadOnlyList<Voting> votings)
{
    private static readonly string[] Words = ["Yes", "No", "Abstain"];

    /// <summary>Every attack; <paramref name="truth"/> is each voting's choices in the order of the casts.</summary>
    public IReadOnlyList<Attack> Attacks(IReadOnlyList<string[]> truth) =>
    [
        .. ByOrder().Append(("shared value", BySharedValue())).Append(("words", ByWords())).Concat(BySizes(truth))
            .Select(attack => Judge(attack.Item1, attack.Item2, truth)),
    ];

    // A guess by order: the first in one order has cast the first in another.
    private IEnumerable<(string, string?[][])> ByOrder()
    {
        var ours = votings[0].SealedBallots[0].Columns.Keys.Prepend("cast").ToList();
        var theirs = votings[0].OpenedBallots[0].Columns.Keys.Append("place").Append("written").ToList();
        return from mine in ours
               from other in theirs
               from backwards in new[] { false, true }
               select ($"{mine} against {other}{(backwards ? " backwards" : "")}",
                   votings.Select(v => Matched(v, mine, other, backwards)).ToArray());
    }

    private static string?[] Matched(Voting voting, string mine, string other, bool backwards)
    {
        var voters = Sorted(voting.SealedBallots, mine, voting);
        var ballots = Sorted(voting.OpenedBallots, other, voting);
        var guesses = new string?[voting.SealedBallots.Count];
        for (var i = 0; i < voters.Count && i < ballots.Count; i++)
        {
            guesses[voters[i]] = Choice(voting.OpenedBallots[ballots[backwards ? ^(i + 1) : i]]);
        }

        return guesses;
    }

    // Places of the rows in the order of a column; none where the column is the same in all of them.
    private static List<int> Sorted(IReadOnlyList<StoredRow> rows, string column, Voting voting)
    {
        if (column is "cast" or "place")
        {
            return [.. Enumerable.Range(0, rows.Count)];
        }

        var values = rows.Select(r => column == "written"
            ? Offset(voting, r.Columns["Id"])
            : r.Columns.GetValueOrDefault(column, "")).ToList();
        return values.Distinct().Count() < values.Count
            ? []
            : [.. Enumerable.Range(0, rows.Count).OrderBy(i => values[i].Length).ThenBy(i => values[i], StringComparer.Ordinal)];
    }

    private static string Offset(Voting voting, string id) =>
        voting.WrittenAtClose.IndexOf(id, StringComparison.OrdinalIgnoreCase).ToString(CultureInfo.InvariantCulture);

    private string?[][] BySharedValue() =>
    [
        .. votings.Select(v => v.SealedBallots.Select(mine =>
        {
            var values = mine.Columns.Values.Where(value => value.Length > 2).ToHashSet();
            var alike = v.OpenedBallots.Where(o => o.Columns.Any(c => c.Key != "Case" && values.Contains(c.Value))).ToList();
            return alike.Count == 1 ? Choice(alike[0]) : null;
        }).ToArray()),
    ];

    private string?[][] ByWords() =>
    [
        .. votings.Select(v => v.Traces.Select(trace =>
        {
            var found = Word().Matches(trace.Text).Select(m => m.Value).Distinct().ToList();
            return found.Count == 1 ? found[0] : null;
        }).ToArray()),
    ];

    // It knows how half of the members voted, its friends, and looks for a size that tells the others.
    private IEnumerable<(string, string?[][])> BySizes(IReadOnlyList<string[]> truth)
    {
        var measures = votings.Select(v => v.Traces.Select(t => t.Measures).ToList()).ToList();
        return measures.SelectMany(v => v).SelectMany(m => m.Keys).Distinct().Select(name =>
        {
            var known = measures.SelectMany((v, i) => v.Select((m, j) => (Size: m.GetValueOrDefault(name), Choice: truth[i][j], Place: j)))
                .Where(b => b.Place % 2 == 0).GroupBy(b => b.Size)
                .ToDictionary(g => g.Key, g => g.GroupBy(b => b.Choice).MaxBy(c => c.Count())!.Key);
            return ($"size of {name}", measures.Select(v =>
                v.Select((m, j) => j % 2 == 0 ? null : known.GetValueOrDefault(m.GetValueOrDefault(name))).ToArray()).ToArray());
        });
    }

    private static Attack Judge(string name, string?[][] guesses, IReadOnlyList<string[]> truth)
    {
        var (dared, hits, mean, variance) = (0, 0, 0.0, 0.0);
        for (var i = 0; i < truth.Count; i++)
        {
            for (var j = 0; j < truth[i].Length; j++)
            {
                if (guesses[i][j] is { } guess)
                {
                    var chance = truth[i].Count(c => c == guess) / (double)truth[i].Length;
                    dared++;
                    hits += guess == truth[i][j] ? 1 : 0;
                    mean += chance;
                    variance += chance * (1 - chance);
                }
            }
        }

        return new Attack(name, dared, hits, variance > 0 ? (hits - mean) / Math.Sqrt(variance) : 0);
    }

    private static string Choice(StoredRow opened) => opened.Columns.Values.Single(Words.Contains);

    [GeneratedRegex(@"(?<![A-Za-z])(Yes|No|Abstain)(?![A-Za-z])")]
    private static partial Regex Word();
}
