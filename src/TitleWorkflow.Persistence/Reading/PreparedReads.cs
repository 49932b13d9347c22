using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TitleWorkflow.Persistence.Reading;

/// <summary>
/// SQLite translates a statement each time it gets one, which takes longer than to run it: queries on a
/// <see cref="KeptConnection"/> are read by the statements it keeps.
/// </summary>
internal sealed class PreparedReads : DbCommandInterceptor
{
    private readonly ConditionalWeakTable<DbDataReader, SqliteCommand> reading = [];

    /// <inheritdoc />
    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        if (eventData.CommandSource != CommandSource.LinqQuery || command.Connection is not KeptConnection connection)
        {
            return result;
        }

        var own = connection.Take(command.CommandText);
        own.Parameters.Clear();
        own.Parameters.AddRange(command.Parameters.Cast<SqliteParameter>());
        (own.Transaction, own.CommandTimeout) = ((SqliteTransaction?)command.Transaction, command.CommandTimeout);
        var reader = own.ExecuteReader();
        reading.Add(reader, own);
        return InterceptionResult<DbDataReader>.SuppressWithResult(reader);
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
        if (reading.TryGetValue(eventData.DataReader, out var own))
        {
            // Only now may the same query have the statement: until here it would have got another.
            eventData.DataReader.Dispose();
            reading.Remove(eventData.DataReader);
            ((KeptConnection)own.Connection!).Return(own);
        }

        return result;
    }
}
