using Microsoft.EntityFrameworkCore;
using Npgsql;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Tests.Harness;

/// <summary>
/// The server named by <c>TITLEWORKFLOW_POSTGRES</c>, a connection string that may create databases. Without it the tests on
/// PostgreSQL are skipped, and say so; on the build server (<c>CI=true</c>) they fail.
/// </summary>
internal static class PostgresServer
{
    private const string Variable = "TITLEWORKFLOW_POSTGRES";

    private static readonly Lazy<Task<string>> Template = new(MigrateTemplateAsync);
    private static readonly string? Server = Environment.GetEnvironmentVariable(Variable);

    /// <summary>
    /// How to reach one of its databases. Where thousands ask at once, a slow machine must not look like a fault: nobody gives
    /// up waiting for a connection.
    /// </summary>
    public static string ConnectionString(string database) =>
        new NpgsqlConnectionStringBuilder(Server) { Database = database, Timeout = 300, MaxPoolSize = 20 }.ConnectionString;

    /// <summary>Makes a database without any table.</summary>
    public static async Task<string> CreateAsync()
    {
        Demand();
        var name = NewName();
        await ExecuteAsync($"CREATE DATABASE {name}");
        return name;
    }

    /// <summary>Makes a migrated database.</summary>
    public static async Task<string> CloneTemplateAsync()
    {
        Demand();
        var template = await Template.Value;
        var name = NewName();
        await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {template}");
        return name;
    }

    /// <summary>Removes a database and whoever is still connected.</summary>
    public static async ValueTask DropAsync(string name)
    {
        await using (var pooled = new NpgsqlConnection(ConnectionString(name)))
        {
            NpgsqlConnection.ClearPool(pooled);
        }

        await ExecuteAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
    }

    private static void Demand()
    {
        if (string.IsNullOrEmpty(Server) && Environment.GetEnvironmentVariable("CI") == "true")
        {
            throw new InvalidOperationException($"The build server tests on PostgreSQL, but {Variable} is not set.");
        }

        Skip.If(string.IsNullOrEmpty(Server), $"NOT TESTED ON POSTGRESQL: set {Variable} to a server where databases may be created.");
    }

    private static string NewName() => $"titleworkflow_{Guid.NewGuid():N}";

    private static async Task<string> MigrateTemplateAsync()
    {
        var name = NewName();
        await ExecuteAsync($"CREATE DATABASE {name}");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => DropAsync(name).AsTask().GetAwaiter().GetResult();

        // A template may have no connection left while it is copied.
        var connection = new NpgsqlConnectionStringBuilder(ConnectionString(name)) { Pooling = false }.ConnectionString;
        await using var db = PersistenceSetup.Open(new DatabaseOptions(DatabaseProvider.Postgres, connection));
        await db.Database.MigrateAsync();
        return name;
    }

    private static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
