using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace TitleWorkflow.Persistence.Writing;

/// <summary>Sets what SQLite keeps per connection, on every connection opened.</summary>
internal sealed class SqliteSession : DbConnectionInterceptor
{
    // Every commit reaches the disk; a reader waits for the writer instead of failing; deleted ballots are overwritten.
    private const string Pragmas =
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=30000; PRAGMA foreign_keys=ON; "
        + "PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-";

    private readonly ConditionalWeakTable<sqlite3, SqliteSession> prepared = [];

    private const int ReaderCacheKiB = 4096;
    private const int WriterCacheKiB = 65536;

    /// <summary>
    /// An open connection that nobody else gets: not from the pool, so that closing it ends a transaction that could not be finished.
    /// </summary>
    public static SqliteConnection Open(string connectionString, bool writer = false)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        connection.Open();
        Prepare(connection, writer ? WriterCacheKiB : ReaderCacheKiB);
        return connection;
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (IsNew(connection))
        {
            Prepare(connection, ReaderCacheKiB);
        }
    }

    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }

    // SQLite has no way to a server to wait for: its driver's asynchronous calls run at once, too.
    private static void Prepare(DbConnection connection, int cacheKiB)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas + cacheKiB;
        command.ExecuteNonQuery();
    }

    // What comes out of the pool has been set up before; asking again would cost more than most queries.
    private bool IsNew(DbConnection connection) => prepared.TryAdd(((SqliteConnection)connection).Handle!, this);
}
