using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Persistence.Auditing;

namespace TitleWorkflow.Persistence.Writing;

/// <summary>
/// The one writer of a process. Change sets queue here; whatever is waiting, at most <see cref="BatchSize"/>, is saved in one
/// transaction, and everybody is answered after the commit. A change set that fails spoils no other. People go before the clock.
/// </summary>
public sealed class ChangeWriter : IAsyncDisposable
{
    /// <summary>Most change sets per transaction.</summary>
    public const int BatchSize = 64;

    // What the clock has reached lets so many of those pass that come after it, and no more: it waits, but not for ever.
    private const int Courtesy = 1024;

    private readonly Channel<PendingWrite> queue = Channel.CreateUnboundedPrioritized<PendingWrite>(new()
    {
        SingleReader = true,
        Comparer = Comparer<PendingWrite>.Create((one, other) => one.Place.CompareTo(other.Place)),
    });

    private readonly RowStatements statements = new();
    private readonly DatabaseOptions options;
    private readonly AuditTrail trail;
    private readonly Task loop;
    private IRowStore? store;
    private long arrivals;

    /// <summary>Starts the writer; it opens its connection with the first change set.</summary>
    public ChangeWriter(DatabaseOptions options)
    {
        this.options = options;
        using (var db = PersistenceSetup.Open(options))
        {
            trail = new AuditTrail(options.Provider, db.Model, statements);
        }

        loop = Task.Run(WriteAsync);
    }

    /// <summary>
    /// Saves what <paramref name="db"/> tracks, and <paramref name="audit"/> at the end of the chain. When the task completes,
    /// all of it is on disk and <paramref name="db"/> tracks nothing any more; when it fails, nothing is stored.
    /// </summary>
    /// <param name="db">What has changed.</param>
    /// <param name="audit">Lines for the audit log.</param>
    /// <param name="ct">Gives up, until the change set is in the queue.</param>
    /// <param name="canWait">Nobody waits for the answer: people go first.</param>
    /// <exception cref="DbUpdateException">A guard failed: changed meanwhile, or a unique key is taken.</exception>
    public async Task CommitAsync(TitleDb db, IReadOnlyList<AuditDraft> audit, CancellationToken ct, bool canWait = false)
    {
        var place = Interlocked.Increment(ref arrivals) + (canWait ? Courtesy : 0);
        var write = new PendingWrite(ChangeSet.Of(db, audit, statements), place);
        await queue.Writer.WriteAsync(write, ct);

        // Not cancellable from here on: the writer may already be saving.
        await write.Done;
        db.ChangeTracker.Clear();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await loop;
        await CloseAsync();
    }

    private async Task WriteAsync()
    {
        var batch = new List<PendingWrite>(BatchSize);
        while (await queue.Reader.WaitToReadAsync())
        {
            batch.Clear();
            while (batch.Count < BatchSize && queue.Reader.TryRead(out var write))
            {
                batch.Add(write);
            }

            try
            {
                store ??= options.Provider == DatabaseProvider.Sqlite
                    ? new SqliteRows(options.ConnectionString, trail)
                    : await PostgresRows.OpenAsync(options.ConnectionString, trail);
                await store.SaveAsync(batch);
                batch.ForEach(write => write.Answer());
            }
            catch (Exception failure)
            {
                // The transaction as a whole is lost (connection, disk): nobody's change was stored, and all are told so.
                // Whatever it was, the writer lives on with a new connection.
                batch.ForEach(write => write.Fail(failure));
                await CloseAsync();
            }
        }
    }

    private async Task CloseAsync()
    {
        if (store is not null)
        {
            await store.DisposeAsync();
            store = null;
        }
    }
}
