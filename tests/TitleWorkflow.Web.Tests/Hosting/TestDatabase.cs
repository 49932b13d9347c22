using Microsoft.Data.Sqlite;
using Npgsql;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Web.Tests.Hosting;

/// <summary>
/// A fresh database for one server: a SQLite file in its folder, or a database of its own on the PostgreSQL server that
/// <c>TITLEWORKFLOW_POSTGRES</c> names.
/// </summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private const string Variable = "TITLEWORKFLOW_POSTGRES";

    private readonly string? maintenance;

    private TestDatabase(DatabaseProvider provider, string connection, string? maintenance = null)
    {
        Provider = provider;
        Connection = connection;
        this.maintenance = maintenance;
    }

    public static bool HasPostgres => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 };

    public DatabaseProvider Provider { get; }

    public string Connection { get; }

    /// <summary>Skips the test where there is no PostgreSQL, and says so; a build server must have one.</summary>
    public static void RequirePostgres()
    {
        if (!HasPostgres && Environment.GetEnvironmentVariable("CI") == "true")
        {
            Assert.Fail($"{Variable} is not set: PostgreSQL is part of every build.");
        }

        Skip.IfNot(HasPostgres, $"NOT RUN on PostgreSQL: set {Variable} to a connection string.");
    }

    public static async Task<TestDatabase> CreateAsync(DatabaseProvider provider, string folder)
    {
        if (provider == DatabaseProvider.Sqlite)
        {
            var file = Path.Combine(folder, "title.db");
            return new TestDatabase(provider, new SqliteConnectionStringBuilder { DataSource = file }.ToString());
        }

        var server = new NpgsqlConnectionStringBuilder(Environment.GetEnvironmentVariable(Variable));
        var name = $"web_tests_{Guid.NewGuid():N}";
        await RunAsync(server.ToString(), $"CREATE DATABASE {name}");
        return new TestDatabase(
            provider, new NpgsqlConnectionStringBuilder(server.ToString()) { Database = name }.ToString(), server.ToString());
    }

    public async ValueTask DisposeAsync()
    {
        if (maintenance is null)
        {
            SqliteConnection.ClearAllPools();
            return;
        }

        var name = new NpgsqlConnectionStringBuilder(Connection).Database;
        NpgsqlConnection.ClearAllPools();
        await RunAsync(maintenance, $"DROP DATABASE {name} WITH (FORCE)");
    }

    private static async Task RunAsync(string connection, string statement)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand(statement);
        await command.ExecuteNonQueryAsync();
    }
}
