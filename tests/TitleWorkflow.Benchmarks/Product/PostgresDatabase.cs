using Npgsql;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Benchmarks.Product;

/// <summary>A database of one benchmark on the server that <c>TITLEWORKFLOW_POSTGRES</c> names; dropped afterwards.</summary>
internal sealed class PostgresDatabase : IAsyncDisposable
{
    private readonly string server;
    private readonly string name = $"bench_{Guid.NewGuid():N}";

    private PostgresDatabase(string server) => this.server = server;

    /// <summary>Why there is none.</summary>
    public const string Missing = "set TITLEWORKFLOW_POSTGRES to a server that may create databases";

    /// <summary>Where it is.</summary>
    public string ConnectionString => new NpgsqlConnectionStringBuilder(server) { Database = name, MaxPoolSize = 80 }.ToString();

    /// <summary>How the product reaches it.</summary>
    public DatabaseOptions Options => DatabaseOptions.OnPostgres(ConnectionString);

    /// <summary>A fresh one; null without a server.</summary>
    public static async Task<PostgresDatabase?> CreateAsync()
    {
        if (Environment.GetEnvironmentVariable("TITLEWORKFLOW_POSTGRES") is not { Length: > 0 } server)
        {
            return null;
        }

        var database = new PostgresDatabase(server);
        await database.RunAsync($"CREATE DATABASE {database.name}");
        return database;
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await RunAsync($"DROP DATABASE {name} WITH (FORCE)");
    }

    private async Task RunAsync(string statement)
    {
        await using var source = NpgsqlDataSource.Create(server);
        await using var command = source.CreateCommand(statement);
        await command.ExecuteNonQueryAsync();
    }
}
