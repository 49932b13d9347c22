using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Persistence.Auditing;

namespace TitleWorkflow.Persistence.Writing;

/// <summary>
/// Writes to SQLite row by row: there is no way to the server to save, and a loop of prepared statements beats every
/// statement that takes many rows at once. Nearly always everybody's changes hold, so they are written without a mark between
/// them, for which SQLite would have to keep a copy of every page; if one does not hold, all begin again, each with its mark.
/// </summary>
internal sealed class SqliteRows : IRowStore
{
    private const int Constraint = 19;

    private readonly Dictionary<RowStatement, SqliteStatement> prepared = [];
    private readonly SqliteConnection connection;
    private readonly AuditTrail trail;
    private readonly SqliteStatement begin, commit, rollback, savepoint, release, undo;

    /// <summary>Opens the writer's connection.</summary>
    public SqliteRows(string connectionString, AuditTrail trail)
    {
        this.trail = trail;
        connection = SqliteSession.Open(connectionString, writer: true);
        begin = new SqliteStatement(connection, "BEGIN IMMEDIATE");
        commit = new SqliteStatement(connection, "COMMIT");
        rollback = new SqliteStatement(connection, "ROLLBACK");
        savepoint = new SqliteStatement(connection, "SAVEPOINT one");
        release = new SqliteStatement(connection, "RELEASE one");
        undo = new SqliteStatement(connection, "ROLLBACK TO one");
    }

    public async Task SaveAsync(IReadOnlyList<PendingWrite> batch)
    {
        begin.Run();
        var chain = await trail.ReadAsync(connection, null);
        if (!TryAll(batch, chain))
        {
            rollback.Run();
            begin.Run();
            chain = await trail.ReadAsync(connection, null);
            foreach (var write in batch)
            {
                TryOne(write, chain);
            }
        }

        await AuditTrail.StoreAsync(chain, connection, null);
        commit.Run();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var statement in prepared.Values.Concat([begin, commit, rollback, savepoint, release, undo]))
        {
            statement.Dispose();
        }

        await connection.DisposeAsync();
    }

    private bool TryAll(IReadOnlyList<PendingWrite> batch, AuditChain chain)
    {
        try
        {
            foreach (var write in batch)
            {
                Save(write, chain);
            }

            return true;
        }
        catch (Exception refused) when (IsAboutThisAlone(refused))
        {
            return false;
        }
    }

    private void TryOne(PendingWrite write, AuditChain chain)
    {
        var mark = chain.Mark();
        savepoint.Run();
        try
        {
            Save(write, chain);
        }
        catch (Exception refused) when (IsAboutThisAlone(refused))
        {
            undo.Run();
            chain.Return(mark);
            write.Refuse(refused is SqliteException ? new DbUpdateException(refused.Message, refused) : refused);
        }

        release.Run();
    }

    private void Save(PendingWrite write, AuditChain chain)
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

    private void Save(RowChange row)
    {
        if (StatementFor(row.Statement).Run(row.Values) == 0)
        {
            throw new DbUpdateConcurrencyException($"A row of {row.Statement.Table} was changed meanwhile.");
        }
    }

    // SQLite rolls back everything on a full disk and the like; a violated constraint or a lost race undoes one set alone.
    private static bool IsAboutThisAlone(Exception failure) => failure is SqliteException sqlite
        ? sqlite.SqliteErrorCode == Constraint
        : failure is not (DbException or IOException);

    private SqliteStatement StatementFor(RowStatement statement)
    {
        if (!prepared.TryGetValue(statement, out var made))
        {
            prepared[statement] = made = new SqliteStatement(connection, RowSql.ForOneRow(statement));
        }

        return made;
    }
}
