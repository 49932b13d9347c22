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
        var request = new Request(db, audit);
        await queue.Writer.WriteAsync(request, ct);

        // Not cancellable from here on: the writer may already be saving.
        await request.Done.Task;
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
            catch (DbException failure)
            {
                // The transaction as a whole is lost (connection, disk): nobody's change was stored, and all are told so.
                foreach (var request in batch)
                {
                    request.Fail(failure);
                }

                await ReconnectAsync();
            }
        }
    }

    private async Task WriteAsync(List<Request> batch)
    {
        var open = await OpenAsync();
        var saved = new List<Request>(batch.Count);
        await using (var transaction = await open.BeginTransactionAsync())
        {
            var chain = await AuditChain.ReadAsync(open, transaction, options.Provider);
            foreach (var request in batch)
            {
                if (await request.TrySaveAsync(open, transaction, chain))
                {
                    saved.Add(request);
                }
            }

            await chain.StoreAsync(open, transaction);
            await transaction.CommitAsync();
        }

        foreach (var request in batch)
        {
            request.Release(NewConnection());
        }

        foreach (var request in saved)
        {
            request.Succeed();
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

    private async Task ReconnectAsync()
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

    private sealed class Request(TitleDb db, IReadOnlyList<AuditDraft> audit)
    {
        private Exception? failure;

        // Continuations run elsewhere: a caller's code must never run on the writer.
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public async Task<bool> TrySaveAsync(DbConnection connection, DbTransaction transaction, AuditChain chain)
        {
            var mark = chain.Mark();
            try
            {
                db.Database.SetDbConnection(connection, contextOwnsConnection: false);
                await db.Database.UseTransactionAsync(transaction);
                db.Audit.AddRange(audit.Select(chain.Append));

                // EF sets a savepoint inside a running transaction and rolls back to it when saving fails.
                await db.SaveChangesAsync(acceptAllChangesOnSuccess: false);
                return true;
            }
            catch (Exception refused) when (refused is not DbException)
            {
                chain.Return(mark);
                failure = refused;
                return false;
            }
        }

        public void Release(DbConnection own)
        {
            db.Database.UseTransaction(null);
            db.Database.SetDbConnection(own, contextOwnsConnection: true);
            if (failure is not null)
            {
                Done.TrySetException(failure);
            }
        }

        public void Succeed()
        {
            db.ChangeTracker.AcceptAllChanges();
            Done.TrySetResult();
        }

        public void Fail(Exception reason) => Done.TrySetException(failure ?? reason);
    }
}
