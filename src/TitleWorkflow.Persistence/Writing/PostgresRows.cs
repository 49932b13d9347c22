using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using TitleWorkflow.Persistence.Auditing;

namespace TitleWorkflow.Persistence.Writing;

/// <summary>
/// Writes to PostgreSQL in as few round trips as can be: the change sets of a batch go together, one statement for each shape
/// of row, an array for each column. If that fails, those that rest on what others have changed are told so; only if the rest
/// fails too are they tried one after the other, to find out which one it was.
/// </summary>
internal sealed class PostgresRows : IRowStore
{
    private const string Savepoint = "SAVEPOINT one";
    private const string Undo = "ROLLBACK TO SAVEPOINT one";

    private readonly Dictionary<RowStatement, string> texts = [];
    private readonly Dictionary<RowColumn, NpgsqlDbType> types = [];
    private readonly NpgsqlConnection connection;
    private readonly AuditTrail trail;

    private PostgresRows(NpgsqlConnection connection, AuditTrail trail)
    {
        this.connection = connection;
        this.trail = trail;
    }

    public static async Task<IRowStore> OpenAsync(string connectionString, AuditTrail trail)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString)
        {
            MaxAutoPrepare = 256,
            AutoPrepareMinUsages = 2,
        }.ConnectionString);
        await connection.OpenAsync();
        return new PostgresRows(connection, trail);
    }

    public async Task SaveAsync(IReadOnlyList<PendingWrite> batch)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        var chain = await trail.ReadAsync(connection, transaction);
        for (var pending = batch; pending.Count > 0;)
        {
            var wave = Wave(pending);
            if (!await TryAllAsync(wave, chain))
            {
                var rest = await RefuseStaleAsync(pending);
                if (rest.Count < pending.Count)
                {
                    pending = rest;
                    continue;
                }

                await TryEachAsync(wave, chain);
            }

            pending = [.. pending.Except(wave)];
        }

        await AuditTrail.StoreAsync(chain, connection, transaction);
        await transaction.CommitAsync();
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    // One statement changes a row once only, so of change sets that touch the same row only the first goes now.
    private static List<PendingWrite> Wave(IReadOnlyList<PendingWrite> pending)
    {
        var touched = new HashSet<string>(StringComparer.Ordinal);
        var wave = new List<PendingWrite>();
        foreach (var write in pending)
        {
            List<string> keys = [.. write.Changes.Rows.Where(r => r.Statement.KeyParts > 0).Select(Key)];
            if (!keys.Exists(touched.Contains))
            {
                wave.Add(write);
            }

            touched.UnionWith(keys);
        }

        return wave;
    }

    private static string Key(RowChange row) => string.Join(
        '|', row.Values.Skip(row.Statement.Written.Count).Take(row.Statement.KeyParts).Prepend(row.Statement.Table));

    private async Task<bool> TryAllAsync(IReadOnlyList<PendingWrite> writes, AuditChain chain)
    {
        var mark = chain.Mark();
        if (await TryAsync(writes, chain) is null)
        {
            return true;
        }

        chain.Return(mark);
        return false;
    }

    private async Task TryEachAsync(IReadOnlyList<PendingWrite> writes, AuditChain chain)
    {
        foreach (var write in writes)
        {
            var mark = chain.Mark();
            if (await TryAsync([write], chain) is { } refusal)
            {
                chain.Return(mark);
                write.Refuse(refusal);
            }
        }
    }

    // Where thousands reach for the same rows, nearly all have lost: one question finds them, not a try for each.
    private async Task<IReadOnlyList<PendingWrite>> RefuseStaleAsync(IReadOnlyList<PendingWrite> writes)
    {
        var guarded = writes.SelectMany(w => w.Changes.Rows.Select(r => (Write: w, Row: r)))
            .Where(g => g.Row.Statement.Guards.Count > 0)
            .GroupBy(g => g.Row.Statement).Select(g => (Statement: g.Key, Rows: g.ToList())).ToList();
        if (guarded.Count == 0)
        {
            return writes;
        }

        await using var batch = new NpgsqlBatch(connection);
        guarded.ForEach(g => batch.BatchCommands.Add(Check(g.Statement, [.. g.Rows.Select(r => r.Row)])));
        var stale = new HashSet<PendingWrite>();
        await using var reader = await batch.ExecuteReaderAsync();
        foreach (var (statement, rows) in guarded)
        {
            while (await reader.ReadAsync())
            {
                var write = rows[(int)reader.GetInt64(0) - 1].Write;
                write.Refuse(Changed(statement));
                stale.Add(write);
            }

            await reader.NextResultAsync();
        }

        return [.. writes.Where(w => !stale.Contains(w))];
    }

    // The reason why nothing was saved; null if everything was.
    private async Task<Exception?> TryAsync(IReadOnlyList<PendingWrite> writes, AuditChain chain)
    {
        var rows = writes.SelectMany(w => w.Changes.Rows)
            .Concat(writes.SelectMany(w => w.Changes.Audit).Select(draft => trail.Row(chain.Append(draft))))
            .GroupBy(r => r.Statement).OrderBy(g => g.Key.Order).Select(g => (Statement: g.Key, Rows: g.ToList())).ToList();
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { new NpgsqlBatchCommand(Savepoint) } };
        try
        {
            rows.ForEach(r => batch.BatchCommands.Add(Command(r.Statement, r.Rows)));
            await batch.ExecuteNonQueryAsync();
        }
        catch (PostgresException refused) when (connection.State == System.Data.ConnectionState.Open)
        {
            await UndoAsync();
            return new DbUpdateException(refused.Message, refused);
        }

        for (var i = 0; i < rows.Count; i++)
        {
            if (batch.BatchCommands[i + 1].RecordsAffected != rows[i].Rows.Count)
            {
                await UndoAsync();
                return Changed(rows[i].Statement);
            }
        }

        return null;
    }

    private async Task UndoAsync()
    {
        await using var command = new NpgsqlCommand(Undo, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static DbUpdateConcurrencyException Changed(RowStatement statement) =>
        new($"A row of {statement.Table} was changed meanwhile.");

    private NpgsqlBatchCommand Command(RowStatement statement, List<RowChange> rows)
    {
        if (!texts.TryGetValue(statement, out var text))
        {
            texts[statement] = text = RowSql.ForManyRows(statement);
        }

        return With(text, statement.Written.Concat(statement.Guards), 0, rows);
    }

    private NpgsqlBatchCommand Check(RowStatement statement, List<RowChange> rows) =>
        With(RowSql.ForStaleRows(statement), statement.Guards, statement.Written.Count, rows);

    private NpgsqlBatchCommand With(string text, IEnumerable<RowColumn> columns, int firstPlace, List<RowChange> rows)
    {
        var command = new NpgsqlBatchCommand(text);
        foreach (var (column, i) in columns.Select((c, i) => (c, i)))
        {
            command.Parameters.Add(new NpgsqlParameter
            {
                NpgsqlDbType = NpgsqlDbType.Array | TypeOf(column),
                Value = Array(column, rows, firstPlace + i),
            });
        }

        return command;
    }

    private NpgsqlDbType TypeOf(RowColumn column)
    {
        if (!types.TryGetValue(column, out var type))
        {
            using var sample = new NpgsqlCommand();
            types[column] = type = ((NpgsqlParameter)column.Mapping.CreateParameter(sample, "p", null, nullable: true)).NpgsqlDbType;
        }

        return type;
    }

    private static Array Array(RowColumn column, List<RowChange> rows, int place)
    {
        var stored = column.Mapping.Converter?.ProviderClrType ?? column.Property.ClrType;
        var element = stored.IsValueType && Nullable.GetUnderlyingType(stored) is null ? typeof(Nullable<>).MakeGenericType(stored) : stored;
        var array = System.Array.CreateInstance(element, rows.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            array.SetValue(rows[i].Values[place], i);
        }

        return array;
    }
}
