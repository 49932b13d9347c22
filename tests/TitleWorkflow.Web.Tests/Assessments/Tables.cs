using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Web.Tests.Hosting;

namespace TitleWorkflow.Web.Tests.Assessments;

/// <summary>One row as it lies in the database: its table and what each column holds, as text.</summary>
internal sealed record StoredRow(string Table, IReadOnlyDictionary<string, string> Columns);

/// <summary>Reads everything there is, in the order in which the database keeps it.</summary>
internal static class Tables
{
    public static Task<List<StoredRow>> All(Server server) => server.Read(async db =>
    {
        await db.Database.OpenConnectionAsync();
        var rows = new List<StoredRow>();
        foreach (var table in await Query(db, "SELECT name FROM sqlite_master WHERE type = 'table'"))
        {
            var name = table["name"];
            rows.AddRange((await Query(db, $"SELECT rowid AS \"#\", * FROM \"{name}\" ORDER BY rowid"))
                .Select(columns => new StoredRow(name, columns)));
        }

        return rows;
    });

    private static async Task<List<Dictionary<string, string>>> Query(DbContext db, string sql)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<Dictionary<string, string>>();
        while (await reader.ReadAsync())
        {
            rows.Add(Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, i => Text(reader.GetValue(i))));
        }

        return rows;
    }

    private static string Text(object value) => value is byte[] bytes ? Convert.ToHexString(bytes) : $"{value}";
}
