using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace TitleWorkflow.Persistence.Reading;

/// <summary>
/// Connections to SQLite that stay open from one request to the next, one for each context of the pool. The driver's own pool
/// would forget, each time a connection is given back, what has been prepared on it.
/// </summary>
internal sealed class KeptConnections : IDisposable
{
    private readonly ConcurrentBag<KeptConnection> opened = [];

    /// <summary>Gives a context, the first time it is lent, the connection it keeps.</summary>
    public TitleDb Attach(SqliteTitleDb db)
    {
        var given = db.Database.GetDbConnection();
        if (given is not KeptConnection)
        {
            var own = new KeptConnection(given.ConnectionString);
            opened.Add(own);
            own.Open();
            db.Database.SetDbConnection(own, contextOwnsConnection: false);
        }

        return db;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var connection in opened)
        {
            connection.Dispose();
        }
    }
}
