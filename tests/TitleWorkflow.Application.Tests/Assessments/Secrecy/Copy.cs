using System.Data.Common;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Tests.Harness;

namespace TitleWorkflow.Application.Tests.Assessments.Secrecy;

/// <summary>A row as it lies in the database: what each column holds, as text, and where the row lies.</summary>
internal sealed record StoredRow(IReadOnlyDictionary<string, string> Columns)
{
    /// <summary>Equal for rows that hold the same in the same place.</summary>
    public string Whole { get; } = string.Join('\u001f', Columns.Values);
}

/// <summary>Everything somebody holds who has copied the product at one instant.</summary>
/// <param name="Tables">Rows by table, in the order in which the database keeps them.</param>
/// <param name="Written">The database's own write log, byte by byte; empty where only the database server could read it.</param>
/// <param name="Log">What the program has logged so far.</param>
internal sealed record Copy(IReadOnlyDictionary<string, IReadOnlyList<StoredRow>> Tables, byte[] Written, string Log)
{
    private const int Head = 32;
    private const int Frame = 4096 + 24;

    /// <summary>Takes a copy.</summary>
    /// <param name="product">What is copied.</param>
    /// <param name="tables">Tables that are read; null for all.</param>
    public static Task<Copy> TakeAsync(Product product, IReadOnlyCollection<string>? tables) => product.ReadAsync(async db =>
    {
        await db.Database.OpenConnectionAsync();
        var connection = db.Database.GetDbConnection();
        var isSqlite = connection is SqliteConnection;
        var rows = new Dictionary<string, IReadOnlyList<StoredRow>>();
        foreach (var table in tables ?? await NamesAsync(connection, isSqlite))
        {
            rows[table] = await ReadAsync(connection, isSqlite
                ? $"SELECT rowid AS \"#\", * FROM \"{table}\" ORDER BY rowid"
                : $"SELECT ctid::text AS \"#\", xmin::text AS \"##\", * FROM \"{table}\" ORDER BY ctid");
        }

        var written = isSqlite ? await File.ReadAllBytesAsync(new SqliteConnectionStringBuilder(connection.ConnectionString).DataSource + "-wal") : [];
        return new Copy(rows, written, string.Join('\n', product.Log.Lines));
    });

    /// <summary>Rows of a table that are not in an earlier copy.</summary>
    public IReadOnlyList<StoredRow> Since(Copy earlier, string table)
    {
        var before = earlier.Tables.GetValueOrDefault(table, []).Select(r => r.Whole).ToHashSet();
        return [.. Tables.GetValueOrDefault(table, []).Where(r => !before.Contains(r.Whole))];
    }

    /// <summary>Pages written since an earlier copy, as text of one byte a character.</summary>
    public string WrittenSince(Copy earlier)
    {
        var text = new StringBuilder();
        for (var at = Head; at + Frame <= Written.Length; at += Frame)
        {
            var page = Written.AsSpan(at, Frame);
            if (at + Frame > earlier.Written.Length || !page.SequenceEqual(earlier.Written.AsSpan(at, Frame)))
            {
                text.Append(Encoding.Latin1.GetString(page));
            }
        }

        return text.ToString();
    }

    private static async Task<List<string>> NamesAsync(DbConnection connection, bool isSqlite) =>
    [
        .. (await ReadAsync(connection, isSqlite
            ? "SELECT name FROM sqlite_master WHERE type = 'table'"
            : "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'")).Select(r => r.Columns["name"]),
    ];

    private static async Task<List<StoredRow>> ReadAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<StoredRow>();
        while (await reader.ReadAsync())
        {
            rows.Add(new StoredRow(Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, i => Text(reader.GetValue(i)))));
        }

        return rows;
    }

    private static string Text(object value) => value switch
    {
        byte[] bytes => Convert.ToHexString(bytes),
        DateTime time => time.ToString("O"),
        _ => $"{value}",
    };
}
