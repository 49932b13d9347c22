namespace TitleWorkflow.Persistence.Writing;

/// <summary>The text of a statement: for one row on SQLite, for any number of rows at once on PostgreSQL.</summary>
internal static class RowSql
{
    /// <summary>Parameters are @p0 and on: what is written, then the guards.</summary>
    public static string ForOneRow(RowStatement statement)
    {
        var (written, guards) = (statement.Written, statement.Guards);
        var where = string.Join(" AND ", guards.Select((g, i) => $"\"{g.Name}\" {Comparison(g)} @p{written.Count + i}"));
        return statement.Act switch
        {
            RowAct.Insert => $"INSERT INTO \"{statement.Table}\" ({Names(written)}) "
                + $"VALUES ({string.Join(", ", written.Select((_, i) => $"@p{i}"))})",
            RowAct.Update => $"UPDATE \"{statement.Table}\" "
                + $"SET {string.Join(", ", written.Select((w, i) => $"\"{w.Name}\" = @p{i}"))} WHERE {where}",
            _ => $"DELETE FROM \"{statement.Table}\" WHERE {where}",
        };
    }

    /// <summary>Parameters are $1 and on, an array each: what is written, then the guards.</summary>
    public static string ForManyRows(RowStatement statement)
    {
        var (written, guards) = (statement.Written, statement.Guards);
        var columns = written.Count + guards.Count;
        var arrays = $"unnest({string.Join(", ", Enumerable.Range(1, columns).Select(i => $"${i}"))}) "
            + $"AS v({string.Join(", ", Enumerable.Range(0, columns).Select(i => $"c{i}"))})";
        var where = string.Join(" AND ", guards.Select((g, i) => $"t.\"{g.Name}\" {Comparison(g)} v.c{written.Count + i}"));
        return statement.Act switch
        {
            RowAct.Insert => $"INSERT INTO \"{statement.Table}\" ({Names(written)}) SELECT * FROM {arrays}",
            RowAct.Update => $"UPDATE \"{statement.Table}\" AS t "
                + $"SET {string.Join(", ", written.Select((w, i) => $"\"{w.Name}\" = v.c{i}"))} FROM {arrays} WHERE {where}",
            _ => $"DELETE FROM \"{statement.Table}\" AS t USING {arrays} WHERE {where}",
        };
    }

    /// <summary>
    /// Finds the rows that are no longer as they were read. Parameters are $1 and on, an array for each guard; the answer is
    /// their places in the arrays, from 1.
    /// </summary>
    public static string ForStaleRows(RowStatement statement)
    {
        var guards = statement.Guards;
        var arrays = $"unnest({string.Join(", ", guards.Select((_, i) => $"${i + 1}"))}) "
            + $"WITH ORDINALITY AS v({string.Join(", ", guards.Select((_, i) => $"c{i}"))}, place)";
        var where = string.Join(" AND ", guards.Select((g, i) => $"t.\"{g.Name}\" {Comparison(g)} v.c{i}"));
        return $"SELECT v.place FROM {arrays} WHERE NOT EXISTS (SELECT FROM \"{statement.Table}\" AS t WHERE {where})";
    }

    // A guard may be empty as it was read, such as an instant at which something has not happened yet. Keys never are, and
    // only the plain comparison finds them by their index.
    private static string Comparison(RowColumn guard) => guard.Property.IsNullable ? "IS NOT DISTINCT FROM" : "=";

    private static string Names(IReadOnlyList<RowColumn> columns) => string.Join(", ", columns.Select(c => $"\"{c.Name}\""));
}
