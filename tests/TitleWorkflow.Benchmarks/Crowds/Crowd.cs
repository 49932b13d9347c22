using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Benchmarks.Crowds;

/// <summary>
/// Multiplies one real case, which the product itself has brought to an office's desk, into as many as are wanted: set by set,
/// each with its person, instance, bookmark and open task. One in a hundred waits at the case's own office and one in a hundred is
/// claimed by its officer; the others lie at ninety-eight further offices.
/// </summary>
internal sealed class Crowd(DatabaseOptions database)
{
    private const int Offices = 100;
    private const int People = 1, Cases = 2, Instances = 3, Bookmarks = 4, Tasks = 5, Desks = 6;

    private readonly Dialect dialect = Dialect.Of(database.Provider);

    /// <summary>The number of the n-th copy.</summary>
    public static string Number(int n) => "CROWD-" + n.ToString(CultureInfo.InvariantCulture);

    /// <param name="pattern">The case to copy.</param>
    /// <param name="officer">Who has claimed one task in a hundred.</param>
    /// <param name="count">How many copies.</param>
    /// <param name="after">How many copies of another case there are already.</param>
    public async Task FillAsync(DeclarationId pattern, PersonId officer, int count, int after = 0)
    {
        await using var connection = await OpenAsync();
        var instance = (string)(await ScalarAsync(
            connection, $"SELECT \"Id\" FROM \"WorkflowInstances\" WHERE \"Declaration\" = {Guid(pattern.Value)}"))!;
        var bookmark = (string)(await ScalarAsync(
            connection, $"SELECT \"Id\" FROM \"WorkflowBookmarks\" WHERE \"InstanceId\" = '{instance}'"))!;
        var (person, declaration, run) = (dialect.Id(People), dialect.Id(Cases), dialect.TextId(Instances));
        const string Number = "'CROWD-' || n";
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            await CopyAsync(
                connection, (after + 1, after + count), "People",
                $"\"Id\" = (SELECT \"Applicant\" FROM \"Declarations\" WHERE \"Id\" = {Guid(pattern.Value)})",
                new() { ["Id"] = person, ["IdNumber"] = "'crowd-' || n" });
            await CopyAsync(
                connection, (after + 1, after + count), "Declarations", $"\"Id\" = {Guid(pattern.Value)}",
                new() { ["Id"] = declaration, ["Number"] = Number, ["Applicant"] = person });
            await CopyAsync(
                connection, (after + 1, after + count), "WorkflowInstances", $"\"Id\" = '{instance}'",
                new()
                {
                    ["Id"] = run,
                    ["Name"] = Number,
                    ["Declaration"] = declaration,
                    ["CorrelationId"] = dialect.TextId(Cases),
                    // A bookmark's id holds its instance's: it goes first.
                    ["State"] = $"replace(replace(replace(\"State\", '{bookmark}', {dialect.TextId(Bookmarks)}), '{instance}', {run}), '{pattern}', {dialect.TextId(Cases)})",
                });
            await CopyAsync(
                connection, (after + 1, after + count), "WorkflowBookmarks", $"\"Id\" = '{bookmark}'",
                new() { ["Id"] = dialect.TextId(Bookmarks), ["InstanceId"] = run, ["Hash"] = dialect.TextId(Tasks), ["CorrelationId"] = dialect.TextId(Cases) });
            await CopyAsync(
                connection, (after + 1, after + count), "WorkItems", $"\"InstanceId\" = '{instance}' AND \"Status\" = 'Open'",
                new()
                {
                    ["Id"] = dialect.Id(Tasks),
                    ["InstanceId"] = run,
                    ["Declaration"] = declaration,
                    ["Organisation"] = $"CASE WHEN n % {Offices} < 2 THEN \"Organisation\" ELSE {dialect.Id(Desks, $"n % {Offices}")} END",
                    ["Assignee"] = $"CASE WHEN n % {Offices} = 1 THEN {Guid(officer.Value)} END",
                    ["DueOn"] = dialect.Day(new DateOnly(2026, 3, 2)),
                    ["InboxDay"] = dialect.Day(new DateOnly(2026, 3, 2)),
                    ["Number"] = Number,
                });
            await transaction.CommitAsync();
        }

        await ExecuteAsync(connection, dialect.Settle);
    }

    private async Task CopyAsync(DbConnection connection, (int First, int Last) rows, string table, string where, Dictionary<string, string> changed)
    {
        var columns = new List<string>();
        await using (var command = connection.CreateCommand())
        {
            command.CommandText = dialect.Columns;
            var name = command.CreateParameter();
            (name.ParameterName, name.Value) = ("@table", table);
            command.Parameters.Add(name);
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                columns.Add(reader.GetString(0));
            }
        }

        var values = columns.Select(c => changed.GetValueOrDefault(c, $"\"{c}\""));
        await ExecuteAsync(connection, $"""
            WITH RECURSIVE numbers(n) AS (SELECT {rows.First} UNION ALL SELECT n + 1 FROM numbers WHERE n < {rows.Last})
            INSERT INTO "{table}" ({string.Join(", ", columns.Select(c => $"\"{c}\""))})
            SELECT {string.Join(", ", values)} FROM "{table}" CROSS JOIN numbers WHERE {where}
            """);
    }

    private async Task<DbConnection> OpenAsync()
    {
        DbConnection connection = database.Provider == DatabaseProvider.Sqlite
            ? new SqliteConnection(database.ConnectionString)
            : new NpgsqlConnection(database.ConnectionString + ";Command Timeout=0");
        await connection.OpenAsync();
        if (connection is SqliteConnection)
        {
            await ExecuteAsync(connection, "PRAGMA synchronous=OFF; PRAGMA cache_size=-400000");
        }

        return connection;
    }

    private string Guid(Guid id) => database.Provider == DatabaseProvider.Sqlite
        ? $"'{id.ToString().ToUpperInvariant()}'"
        : $"'{id}'::uuid";

    private static async Task<object?> ScalarAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }

    private static async Task ExecuteAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync();
    }
}
