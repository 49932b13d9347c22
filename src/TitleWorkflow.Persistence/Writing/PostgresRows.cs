using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using TitleWorkflow.Persistence.Auditing;

namespace TitleWorkflow.Persistence.Writing;

/// <summary>
/// Writes to PostgreSQL in as few round trips as can be: the change sets of a batch go together, one statement for each shape
/// of row, an array for each column. Only if that fails are they tried one after the other, to find out which one it was.
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
        foreach (var wave in Waves(batch))
        {
            var mark = chain.Mark();
            if (await TryAsync(wave, chain) is null)
            {
                continue;
            }

            chain.Return(mark);
            foreach (var write in wave)
            {
                mark = chain.Mark();
                if (await TryAsync([write], chain) is { } refusal)
                {
                    chain.Return(mark);
                    write.Refuse(refusal);
                }
            }
        }

        await AuditTrail.StoreAsync(chain, connection, transaction);
        await transaction.CommitAsync();
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    // One statement changes a row once only, so change sets that touch the same row must not go together.
    private static List<List<PendingWrite>> Waves(IReadOnlyList<PendingWrite> batch)
    {
        var waves = new List<List<PendingWrite>>();
        var waveOf = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var write in batch)
        {
            List<string> touched = [.. write.Changes.Rows.Where(r => r.Statement.KeyParts > 0).Select(Key)];
            var wave = touched.Select(key => waveOf.GetValueOrDefault(key, -1)).DefaultIfEmpty(-1).Max() + 1;
            touched.ForEach(key => waveOf[key] = wave);
            if (wave == waves.Count)
            {
                waves.Add([]);
            }

            waves[wave].Add(write);
        }

        return waves;
    }

    private static string Key(RowChange row) => string.Join(
        '|', row.Values.Skip(row.Statement.Written.Count).Take(row.Statement.KeyParts).Prepend(row.Statement.Table));

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
                return new DbUpdateConcurrencyException($"A row of {rows[i].Statement.Table} was changed meanwhile.");
            }
        }

        return null;
    }

    private async Task UndoAsync()
    {
        await using var command = new NpgsqlCommand(Undo, connection);
        await command.ExecuteNonQueryAsync();
    }

    private NpgsqlBatchCommand Command(RowStatement statement, List<RowChange> rows)
    {
        if (!texts.TryGetValue(statement, out var text))
        {
            texts[statement] = text = RowSql.ForManyRows(statement);
        }

        var command = new NpgsqlBatchCommand(text);
        foreach (var (column, i) in statement.Written.Concat(statement.Guards).Select((c, i) => (c, i)))
        {
            command.Parameters.Add(new NpgsqlParameter
            {
                NpgsqlDbType = NpgsqlDbType.Array | TypeOf(column),
                Value = Array(column, rows, i),
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
