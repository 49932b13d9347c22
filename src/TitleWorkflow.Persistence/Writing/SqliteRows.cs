using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Persistence.Auditing;

namespace TitleWorkflow.Persistence.Writing;

/// <summary>
/// Writes to SQLite row by row: there is no way to the server to save, and a loop of prepared statements beats every
/// statement that takes many rows at once.
/// </summary>
internal sealed class SqliteRows : IRowStore
{
    private const int Constraint = 19;

    private readonly Dictionary<RowStatement, SqliteCommand> prepared = [];
    private readonly SqliteConnection connection;
    private readonly AuditTrail trail;
    private readonly SqliteCommand begin, commit, savepoint, release, undo;

    private SqliteRows(SqliteConnection connection, AuditTrail trail)
    {
        this.connection = connection;
        this.trail = trail;
        begin = Prepare("BEGIN IMMEDIATE");
        commit = Prepare("COMMIT");
        savepoint = Prepare("SAVEPOINT one");
        release = Prepare("RELEASE one");
        undo = Prepare("ROLLBACK TO one");
    }

    public static async Task<IRowStore> OpenAsync(string connectionString, AuditTrail trail)
    {
        // Not from the pool: closing it must end a transaction that could not be finished.
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await SqliteSession.PrepareAsync(connection, writer: true, CancellationToken.None);
        return new SqliteRows(connection, trail);
    }

    public async Task SaveAsync(IReadOnlyList<PendingWrite> batch)
    {
        begin.ExecuteNonQuery();
        var chain = await trail.ReadAsync(connection, null);
        foreach (var write in batch)
        {
            Save(write, chain);
        }

        await AuditTrail.StoreAsync(chain, connection, null);
        commit.ExecuteNonQuery();
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private void Save(PendingWrite write, AuditChain chain)
    {
        var mark = chain.Mark();
        savepoint.ExecuteNonQuery();
        try
        {
            foreach (var row in write.Changes.Rows)
            {
                Save(row);
            }

            foreach (var draft in write.Changes.Audit)
            {
                Save(trail.Row(chain.Append(draft)));
            }
        }
        catch (Exception refused) when (IsAboutThisAlone(refused))
        {
            undo.ExecuteNonQuery();
            chain.Return(mark);
            write.Refuse(refused is SqliteException ? new DbUpdateException(refused.Message, refused) : refused);
        }

        release.ExecuteNonQuery();
    }

    private void Save(RowChange row)
    {
        var command = CommandFor(row.Statement);
        for (var i = 0; i < row.Values.Length; i++)
        {
            command.Parameters[i].Value = row.Values[i] ?? DBNull.Value;
        }

        if (command.ExecuteNonQuery() == 0)
        {
            throw new DbUpdateConcurrencyException($"A row of {row.Statement.Table} was changed meanwhile.");
        }
    }

    // SQLite rolls back everything on a full disk and the like; a violated constraint or a lost race undoes one set alone.
    private static bool IsAboutThisAlone(Exception failure) => failure is SqliteException sqlite
        ? sqlite.SqliteErrorCode == Constraint
        : failure is not (DbException or IOException);

    private SqliteCommand CommandFor(RowStatement statement)
    {
        if (!prepared.TryGetValue(statement, out var command))
        {
            prepared[statement] = command = connection.CreateCommand();
            command.CommandText = RowSql.ForOneRow(statement);
            foreach (var (column, i) in statement.Written.Concat(statement.Guards).Select((c, i) => (c, i)))
            {
                command.Parameters.Add(column.Mapping.CreateParameter(command, $"@p{i}", null, nullable: true));
            }

            command.Prepare();
        }

        return command;
    }

    private SqliteCommand Prepare(string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Prepare();
        return command;
    }
}
