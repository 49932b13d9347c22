using System.Collections.Concurrent;
using System.Data;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Persistence.Writing;

namespace TitleWorkflow.Persistence.Reading;

/// <summary>
/// Connections to SQLite that stay open from one request to the next: one for each context of the pool, and those that
/// queries are read by. These are no more than queries that run at once, and the last one used is the next one used: a
/// connection forgets the pages it has read whenever something has been stored, so the fewer there are, the less is read twice.
/// </summary>
internal sealed class KeptConnections(DatabaseOptions options) : IDisposable
{
    private readonly ConcurrentBag<IDisposable> opened = [];
    private readonly ConcurrentStack<ReadConnection> idle = [];

    /// <summary>Gives a context, the first time it is lent, the connection it keeps: opening one anew sets it up anew.</summary>
    public TitleDb Attach(SqliteTitleDb db)
    {
        if (!db.Database.GetDbConnection().State.HasFlag(ConnectionState.Open))
        {
            var own = SqliteSession.Open(options.ConnectionString);
            opened.Add(own);
            db.Database.SetDbConnection(own, contextOwnsConnection: false);
        }

        return db;
    }

    /// <summary>A connection nobody reads by.</summary>
    public ReadConnection Take()
    {
        if (idle.TryPop(out var kept))
        {
            return kept;
        }

        var connection = new ReadConnection(options.ConnectionString);
        opened.Add(connection);
        return connection;
    }

    /// <summary>Keeps a connection for the next query.</summary>
    public void Return(ReadConnection connection) => idle.Push(connection);

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var connection in opened)
        {
            connection.Dispose();
        }
    }
}
