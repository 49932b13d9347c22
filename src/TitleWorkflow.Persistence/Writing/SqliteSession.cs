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

    public static async Task PrepareAsync(DbConnection connection, bool writer, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas + (writer ? WriterCacheKiB : ReaderCacheKiB);
        await command.ExecuteNonQueryAsync(ct);
    }

    public static void Prepare(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas + ReaderCacheKiB;
        command.ExecuteNonQuery();
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (IsNew(connection))
        {
            Prepare(connection);
        }
    }

    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default) =>
        IsNew(connection) ? PrepareAsync(connection, writer: false, cancellationToken) : Task.CompletedTask;

    // What comes out of the pool has been set up before; asking again would cost more than most queries.
    private bool IsNew(DbConnection connection) => prepared.TryAdd(((SqliteConnection)connection).Handle!, this);
}
