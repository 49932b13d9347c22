using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace TitleWorkflow.Persistence.Operation;

/// <summary>
/// Lets one process at a time prepare a database: schema, seed, flows. Whoever dies inside opens the gate, because the lock
/// belongs to its connection, or to its open file.
/// </summary>
public static class StartGate
{
    // Any number, the same in every node.
    private const long AdvisoryLock = 0x5449_544C_4557_4F01;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Waits for its turn; disposing what is returned lets the next one in.</summary>
    public static async Task<IAsyncDisposable> EnterAsync(TitleDb db, DatabaseOptions options, CancellationToken ct)
    {
        if (options.Provider == DatabaseProvider.Postgres)
        {
            await CreateAsync(db, ct);
            return await LockPostgresAsync(options.ConnectionString, ct);
        }

        var file = await LockFileAsync(new SqliteConnectionStringBuilder(options.ConnectionString).DataSource + ".start", ct);
        await ForgetDeadMigrationAsync(db, ct);
        return file;
    }

    // A lock needs a database to be taken in; of two nodes that create it at once, one finds it there.
    private static async Task CreateAsync(TitleDb db, CancellationToken ct)
    {
        var creator = db.GetService<IRelationalDatabaseCreator>();
        try
        {
            if (!await creator.ExistsAsync(ct))
            {
                await creator.CreateAsync(ct);
            }
        }
        catch (PostgresException twice)
            when (twice.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // The other node was faster.
        }
    }

    private static async Task<NpgsqlConnection> LockPostgresAsync(string connectionString, CancellationToken ct)
    {
        // A connection of its own, which ends with the process: a pooled one would keep the lock.
        var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, CommandTimeout = 0 }.ToString());
        try
        {
            await connection.OpenAsync(ct);
            await using var command = new NpgsqlCommand("SELECT pg_advisory_lock($1)", connection)
            {
                Parameters = { new NpgsqlParameter<long> { TypedValue = AdvisoryLock } },
            };
            await command.ExecuteNonQueryAsync(ct);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static async Task<FileStream> LockFileAsync(string path, CancellationToken ct)
    {
        using var timer = new PeriodicTimer(Pause);
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                // Another process prepares the same file.
                await timer.WaitForNextTickAsync(ct);
            }
        }
    }

    // EF Core marks a running migration by a row, and a process killed in the middle leaves it: every later start would wait
    // for ever. Whoever stands inside the gate knows that nobody migrates.
    private static async Task ForgetDeadMigrationAsync(TitleDb db, CancellationToken ct)
    {
        var creator = db.GetService<IRelationalDatabaseCreator>();
        if (await creator.ExistsAsync(ct))
        {
            await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", ct);
        }
    }
}
