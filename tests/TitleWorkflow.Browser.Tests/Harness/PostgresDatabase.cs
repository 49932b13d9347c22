using Npgsql;

namespace TitleWorkflow.Browser.Tests.Harness;

/// <summary>A database of its own on the server that <c>TITLEWORKFLOW_POSTGRES</c> names; dropped afterwards.</summary>
internal sealed class PostgresDatabase : IAsyncDisposable
{
    private const string Variable = "TITLEWORKFLOW_POSTGRES";
    private const string Missing = $"{Variable} names no PostgreSQL server.";

    private readonly string server;
    private readonly string name = $"browser_tests_{Guid.NewGuid():N}";

    private PostgresDatabase(string server) => this.server = server;

    /// <summary>How to reach it.</summary>
    public string Connection => new NpgsqlConnectionStringBuilder(server) { Database = name }.ToString();

    /// <summary>Skips the test where there is no server, and says so; a build server must have one.</summary>
    public static void Require() => Needed.On(IsNamed, Missing);

    /// <summary>Whether there is a server; a build server must have one.</summary>
    public static bool IsThere => Needed.Has(IsNamed, Missing);

    private static bool IsNamed => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 };

    public static async Task<PostgresDatabase> CreateAsync()
    {
        var database = new PostgresDatabase(Environment.GetEnvironmentVariable(Variable)!);
        await RunAsync(database.server, $"CREATE DATABASE {database.name}");

        return database;
    }

    /// <summary>How many rows a table has.</summary>
    public async Task<long> CountAsync(string table)
    {
        await using var source = NpgsqlDataSource.Create(Connection);
        await using var command = source.CreateCommand($"SELECT count(*) FROM \"{table}\"");

        return (long)(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync() => await RunAsync(server, $"DROP DATABASE {name} WITH (FORCE)");

    private static async Task RunAsync(string connection, string statement)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand(statement);
        await command.ExecuteNonQueryAsync();
    }
}
