using System.Data;
using System.Data.Common;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using TitleWorkflow.Persistence.Auditing;

namespace TitleWorkflow.Persistence.Writing;

/// <summary>
/// The one writer of a process. Change sets queue here; whatever is waiting, at most <see cref="BatchSize"/>, is saved in one
/// transaction with a savepoint each, and everybody is answered after the commit. A change set that fails spoils no other.
/// </summary>
public sealed class ChangeWriter : IAsyncDisposable
{
    /// <summary>Most change sets per transaction.</summary>
    public const int BatchSize = 64;

    private const int SqliteConstraint = 19;

    private readonly Channel<Request> queue = Channel.CreateBounded<Request>(
        new BoundedChannelOptions(1024) { SingleReader = true });

    private readonly DatabaseOptions options;
    private readonly Task loop;
    private DbConnection? connection;

    /// <summary>Starts the writer; it opens its connection with the first change set.</summary>
    public ChangeWriter(DatabaseOptions options)
    {
        this.options = options;
        loop = Task.Run(WriteAsync);
    }

    /// <summary>
    /// Saves what <paramref name="db"/> tracks, and <paramref name="audit"/> at the end of the chain. When the task completes,
    /// all of it is on disk; when it fails, nothing is.
    /// </summary>
    /// <exception cref="DbUpdateException">A guard failed: changed meanwhile, or a unique key is taken.</exception>
    public async Task CommitAsync(TitleDb db, IReadOnlyList<AuditDraft> audit, CancellationToken ct)
    {
        var request = new Request(db, audit, options.ConnectionString);
        await queue.Writer.WriteAsync(request, ct);

        // Not cancellable from here on: the writer may already be saving.
        await request.Done;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await loop;
        if (connection is not null)
        {
            await connection.DisposeAsync();
        }
    }

    private async Task WriteAsync()
    {
        var batch = new List<Request>(BatchSize);
        while (await queue.Reader.WaitToReadAsync())
        {
            batch.Clear();
            while (batch.Count < BatchSize && queue.Reader.TryRead(out var request))
            {
                batch.Add(request);
            }

            try
            {
                await WriteAsync(batch);
            }
            catch (Exception failure)
            {
                // The transaction as a whole is lost (connection, disk): nobody's change was stored, and all are told so.
                // Whatever it was, the writer lives on with a new connection.
                foreach (var request in batch)
                {
                    request.Fail(failure);
                }

                await DisconnectAsync();
            }
        }
    }

    private async Task WriteAsync(List<Request> batch)
    {
        var open = await OpenAsync();
        await using (var transaction = await open.BeginTransactionAsync())
        {
            var chain = await AuditChain.ReadAsync(open, transaction, options.Provider);
            foreach (var request in batch)
            {
                await request.SaveAsync(open, transaction, chain);
            }

            await chain.StoreAsync(open, transaction);
            await transaction.CommitAsync();
        }

        foreach (var request in batch)
        {
            request.Finish();
        }
    }

    private async Task<DbConnection> OpenAsync()
    {
        if (connection is null)
        {
            connection = NewConnection();
            await connection.OpenAsync();
            if (options.Provider == DatabaseProvider.Sqlite)
            {
                await SqliteSession.PrepareAsync(connection, writer: true, CancellationToken.None);
            }
        }

        return connection;
    }

    private async Task DisconnectAsync()
    {
        if (connection is not null)
        {
            await connection.DisposeAsync();
            connection = null;
        }
    }

    private DbConnection NewConnection() => options.Provider == DatabaseProvider.Sqlite
        ? new SqliteConnection(options.ConnectionString)
        : new NpgsqlConnection(options.ConnectionString);

    private sealed class Request(TitleDb db, IReadOnlyList<AuditDraft> audit, string connectionString)
    {
        // Continuations run elsewhere: a caller's code must never run on the writer.
        private readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private Exception? failure;

        public Task Done => done.Task;

        /// <summary>Saves inside the writer's transaction; a change set that is refused leaves no trace in it.</summary>
        public async Task SaveAsync(DbConnection connection, DbTransaction transaction, AuditChain chain)
        {
            var mark = chain.Mark();
            var entries = audit.Select(chain.Append).ToList();
            try
            {
                db.Database.SetDbConnection(connection, contextOwnsConnection: false);
                try
                {
                    await SaveAsync(transaction, entries);
                }
                finally
                {
                    // The context gets a connection of its own again when it next needs one.
                    db.Database.SetDbConnection(null, contextOwnsConnection: true);
                    db.Database.SetConnectionString(connectionString);
                }
            }
            catch (Exception refused) when (TransactionSurvives(refused, connection))
            {
                chain.Return(mark);
                failure = refused;
            }
        }

        public void Finish()
        {
            if (failure is not null)
            {
                done.TrySetException(failure);
                return;
            }

            db.ChangeTracker.AcceptAllChanges();
            done.TrySetResult();
        }

        public void Fail(Exception reason) => done.TrySetException(failure ?? reason);

        private async Task SaveAsync(DbTransaction transaction, List<AuditEntry> entries)
        {
            await using var joined = await db.Database.UseTransactionAsync(transaction);
            db.Audit.AddRange(entries);
            try
            {
                // EF sets a savepoint inside a running transaction and rolls back to it when saving fails.
                await db.SaveChangesAsync(acceptAllChangesOnSuccess: false);
            }
            catch (Exception)
            {
                // These places in the chain go to somebody else now.
                entries.ForEach(e => db.Entry(e).State = EntityState.Detached);
                throw;
            }
        }

        // SQLite rolls back everything on a full disk and the like, and PostgreSQL loses everything with its connection;
        // a violated constraint or a lost race undoes the one change set alone.
        private static bool TransactionSurvives(Exception failure, DbConnection connection) => failure.GetBaseException() switch
        {
            SqliteException { SqliteErrorCode: SqliteConstraint } => true,
            PostgresException => connection.State == ConnectionState.Open,
            DbException or IOException => false,
            _ => true,
        };
    }
}
