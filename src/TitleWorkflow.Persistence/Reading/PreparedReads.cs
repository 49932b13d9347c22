using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TitleWorkflow.Persistence.Reading;

/// <summary>
/// SQLite translates a statement each time it gets one, which takes longer than to run it: queries outside a transaction are
/// read by the statements kept on a <see cref="ReadConnection"/>.
/// </summary>
internal sealed class PreparedReads(KeptConnections connections) : DbCommandInterceptor
{
    private readonly ConditionalWeakTable<DbDataReader, Lent> reading = [];

    /// <inheritdoc />
    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        if (eventData.CommandSource != CommandSource.LinqQuery || command.Transaction is not null)
        {
            return result;
        }

        var connection = connections.Take();
        var own = connection.Take(command.CommandText);
        own.Parameters.Clear();
        own.Parameters.AddRange(command.Parameters.Cast<SqliteParameter>());
        own.CommandTimeout = command.CommandTimeout;
        try
        {
            var reader = own.ExecuteReader();
            reading.Add(reader, new Lent(connection, own));
            return InterceptionResult<DbDataReader>.SuppressWithResult(reader);
        }
        catch
        {
            own.Dispose();
            connections.Return(connection);
            throw;
        }
    }

    /// <inheritdoc />
    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(ReaderExecuting(command, eventData, result));
    }

    /// <inheritdoc />
    public override InterceptionResult DataReaderDisposing(
        DbCommand command, DataReaderDisposingEventData eventData, InterceptionResult result)
    {
        if (reading.TryGetValue(eventData.DataReader, out var lent))
        {
            // Only now may others have the statement and its connection.
            eventData.DataReader.Dispose();
            reading.Remove(eventData.DataReader);
            lent.Connection.Return(lent.Statement);
            connections.Return(lent.Connection);
        }

        return result;
    }

    private sealed record Lent(ReadConnection Connection, SqliteCommand Statement);
}
