using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace TitleWorkflow.Persistence.Writing;

/// <summary>
/// A statement prepared once that takes its values by their places. The driver's own commands look each place up by its name
/// and make a reader for each row, which takes longer than to store the row.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 connection;
    private readonly sqlite3_stmt statement;

    public SqliteStatement(SqliteConnection connection, string sql)
    {
        this.connection = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(this.connection, sql, out statement));
    }

    /// <summary>Runs it; returns how many rows it has changed.</summary>
    /// <exception cref="SqliteException">A constraint forbids it, or the database cannot be written.</exception>
    public int Run(params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            Check(Bind(i + 1, values[i]));
        }

        var result = raw.sqlite3_step(statement);
        if (result != raw.SQLITE_DONE)
        {
            // Its own reason is told before the statement is ready again.
            var refusal = Refusal(result);
            raw.sqlite3_reset(statement);
            throw refusal;
        }

        raw.sqlite3_reset(statement);
        return raw.sqlite3_changes(connection);
    }

    /// <inheritdoc />
    public void Dispose() => statement.Dispose();

    // As the driver writes them, which reads them back.
    private int Bind(int place, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(statement, place),
        string text => raw.sqlite3_bind_text(statement, place, text),
        int number => raw.sqlite3_bind_int64(statement, place, number),
        long number => raw.sqlite3_bind_int64(statement, place, number),
        bool flag => raw.sqlite3_bind_int64(statement, place, flag ? 1 : 0),
        Guid id => raw.sqlite3_bind_text(statement, place, id.ToString().ToUpperInvariant()),
        DateTime instant => raw.sqlite3_bind_text(
            statement, place, instant.ToString(@"yyyy\-MM\-dd HH\:mm\:ss.FFFFFFF", CultureInfo.InvariantCulture)),
        DateOnly day => raw.sqlite3_bind_text(statement, place, day.ToString(@"yyyy\-MM\-dd", CultureInfo.InvariantCulture)),
        decimal number => raw.sqlite3_bind_text(
            statement, place, number.ToString("0.0###########################", CultureInfo.InvariantCulture)),
        double number => raw.sqlite3_bind_double(statement, place, number),
        byte[] bytes => raw.sqlite3_bind_blob(statement, place, bytes),
        _ => throw new NotSupportedException($"No column holds a {value.GetType()}."),
    };

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            throw Refusal(result);
        }
    }

    private SqliteException Refusal(int result) => new(
        raw.sqlite3_errmsg(connection).utf8_to_string(), result & 0xff, raw.sqlite3_extended_errcode(connection));
}
