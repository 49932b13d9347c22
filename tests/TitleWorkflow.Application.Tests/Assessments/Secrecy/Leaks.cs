using System.Globalization;

namespace TitleWorkflow.Application.Tests.Assessments.Secrecy;

/// <summary>Stores that keep the ballots almost as ours does, each with one leak that a careless programmer would leave.</summary>
internal static class Leaks
{
    public static TheoryData<string> All => [.. Stores.Keys];

    private static readonly Dictionary<string, Func<Voting, string[], Voting>> Stores = new()
    {
        ["opened in the order of the casts"] = (voting, choices) => WithOpened(
            voting, choices, (row, i) => row["#"] = i.ToString("D6", CultureInfo.InvariantCulture)),
        ["opened under the id it was sealed under"] = (voting, choices) => WithOpened(
            voting, choices, (row, i) => row["Id"] = voting.SealedBallots[i].Columns["Id"]),
        ["opened with the time of the cast"] = (voting, choices) => WithOpened(
            voting, choices, (row, i) => row["At"] = $"2022-07-18T09:{i:D2}:00"),
        ["logged"] = (voting, choices) => WithCasts(
            voting, (copy, i) => copy with { Log = copy.Log + string.Concat(choices.Take(i + 1).Select(c => $"\nballot {c}")) }),
        ["audited"] = (voting, choices) => WithCasts(
            voting, (copy, i) => WithRows(copy, "Audit", rows => [.. rows, .. choices.Take(i + 1).Select((c, j) => Row(("#", $"leak {j}"), ("Detail", c)))])),
        ["sealed without filling up"] = (voting, choices) => WithCasts(
            voting, (copy, i) => WithRows(copy, Voting.Sealed, rows =>
            [
                .. rows.Select(r => voting.SealedBallots.ToList().FindIndex(s => s.Whole == r.Whole) is >= 0 and var cast
                    ? With(r, "Content", r.Columns["Content"] + new string('0', 2 * choices[cast].Length))
                    : r),
            ])),
    };

    public static IReadOnlyList<Voting> Of(string leak, IReadOnlyList<Voting> votings, IReadOnlyList<string[]> truth) =>
        [.. votings.Zip(truth, Stores[leak])];

    // The rows lie in an order of their own, so that only what the leak says can be used.
    private static Voting WithOpened(Voting voting, string[] choices, Action<Dictionary<string, string>, int> leak)
    {
        var rows = voting.OpenedBallots.Select((row, i) =>
        {
            var columns = new Dictionary<string, string>(row.Columns) { ["Choice"] = choices[i], ["#"] = $"shuffled {row.Whole.GetHashCode():X8}" };
            leak(columns, i);
            return new StoredRow(columns);
        }).OrderBy(row => row.Whole.Length).ThenBy(row => row.Columns["Id"], StringComparer.Ordinal).ToList();
        return new Voting(voting.Before, voting.Casts, WithRows(voting.Closed, Voting.Opened, old => [.. old.Except(voting.OpenedBallots), .. rows]));
    }

    private static Voting WithCasts(Voting voting, Func<Copy, int, Copy> leak) =>
        new(voting.Before, [.. voting.Casts.Select(leak)], voting.Closed);

    private static Copy WithRows(Copy copy, string table, Func<IReadOnlyList<StoredRow>, IReadOnlyList<StoredRow>> change) =>
        copy with { Tables = new Dictionary<string, IReadOnlyList<StoredRow>>(copy.Tables) { [table] = change(copy.Tables.GetValueOrDefault(table, [])) } };

    private static StoredRow With(StoredRow row, string column, string value) =>
        new(new Dictionary<string, string>(row.Columns) { [column] = value });

    private static StoredRow Row(params (string Column, string Value)[] columns) => new(columns.ToDictionary(c => c.Column, c => c.Value));
}
