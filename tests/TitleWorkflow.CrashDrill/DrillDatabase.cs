using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace TitleWorkflow.CrashDrill;

/// <summary>The database of one drill: a file in its folder, or a database of its own that is dropped at the end.</summary>
public sealed class DrillDatabase : IAsyncDisposable
{
    private readonly string? server;

    private DrillDatabase(string connectionString, string? server)
    {
        ConnectionString = connectionString;
        this.server = server;
    }

    /// <summary>How the product reaches it.</summary>
    public string ConnectionString { get; }

    /// <summary>The product's name of its kind.</summary>
    public string Provider => server is null ? "Sqlite" : "Postgres";

    /// <summary>Makes a new one.</summary>
    public static async Task<DrillDatabase> CreateAsync(DrillOptions options, string folder)
    {
        if (options.Postgres is not { } server)
        {
            var file = Path.Combine(folder, "title.db");
            return new DrillDatabase(new SqliteConnectionStringBuilder { DataSource = file }.ToString(), null);
        }

        var name = $"crash_drill_{Guid.NewGuid():N}";
        await RunAsync(server, $"CREATE DATABASE {name}");
        return new DrillDatabase(new NpgsqlConnectionStringBuilder(server) { Database = name }.ToString(), server);
    }

    /// <summary>An open connection, for the inspection.</summary>
    public async Task<DbConnection> OpenAsync(CancellationToken ct)
    {
        DbConnection connection = server is null ? new SqliteConnection(ConnectionString) : new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync(ct);
        return connection;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            NpgsqlConnection.ClearAllPools();
            await RunAsync(server, $"DROP DATABASE {new NpgsqlConnectionStringBuilder(ConnectionString).Database} WITH (FORCE)");
        }
    }

    private static async Task RunAsync(string server, string statement)
    {
        await using var source = NpgsqlDataSource.Create(server);
        await using var command = source.CreateCommand(statement);
        await command.ExecuteNonQueryAsync();
    }
}
