namespace TitleWorkflow.Application.Tests.Assessments.Secrecy;

/// <summary>One voting as the adversary has it: a copy before, one after every ballot that was cast, and one after the close.</summary>
/// <param name="Before">Before the first ballot.</param>
/// <param name="Casts">After each ballot, in the order in which they were cast: whose turn it was is known from the receipts.</param>
/// <param name="Closed">After the ballots were opened.</param>
internal sealed record Voting(Copy Before, IReadOnlyList<Copy> Casts, Copy Closed)
{
    public const string Sealed = "SealedBallots";
    public const string Opened = "OpenedBallots";

    /// <summary>The ballots after the close.</summary>
    public IReadOnlyList<StoredRow> OpenedBallots { get; } = Closed.Since(Before, Opened);

    /// <summary>The sealed ballot of each voter: the one that was not there a moment before.</summary>
    public IReadOnlyList<StoredRow> SealedBallots { get; } =
        [.. Casts.Select((copy, i) => copy.Since(i == 0 ? Before : Casts[i - 1], Sealed).Single())];

    /// <summary>What came with each ballot.</summary>
    public IReadOnlyList<Trace> Traces { get; } = [.. Casts.Select((copy, i) => TraceOf(copy, i == 0 ? Before : Casts[i - 1]))];

    /// <summary>Pages the database wrote when the ballots were opened.</summary>
    public string WrittenAtClose { get; } = Closed.WrittenSince(Casts[^1]);

    private static Trace TraceOf(Copy copy, Copy earlier) => new(
        [.. copy.Tables.Keys.Where(t => t != Opened).SelectMany(table => copy.Since(earlier, table))],
        copy.WrittenSince(earlier),
        copy.Log[earlier.Log.Length..]);
}

/// <summary>What one ballot left behind.</summary>
/// <param name="Rows">New or changed rows.</param>
/// <param name="Written">Pages the database wrote.</param>
/// <param name="Log">What was logged.</param>
internal sealed record Trace(IReadOnlyList<StoredRow> Rows, string Written, string Log)
{
    /// <summary>All of it that can be read.</summary>
    public string Text => string.Join('\n', Rows.SelectMany(r => r.Columns.Values).Append(Written).Append(Log));

    /// <summary>What can be measured of it without reading: sizes and numbers.</summary>
    public IReadOnlyDictionary<string, long> Measures
    {
        get
        {
            var measures = new Dictionary<string, long> { ["rows"] = Rows.Count, ["written"] = Written.Length, ["log"] = Log.Length };
            foreach (var (column, value) in Rows.SelectMany(r => r.Columns))
            {
                measures[column] = measures.GetValueOrDefault(column) + value.Length;
            }

            return measures;
        }
    }
}
