using System.Data.Common;

namespace TitleWorkflow.Persistence.Auditing;

/// <summary>The end of the audit chain inside one transaction; nobody else appends until it commits.</summary>
internal sealed class AuditChain
{
    private (long Sequence, string Hash) end;
    private (long Sequence, string Hash) stored;

    public static async Task<AuditChain> ReadAsync(DbConnection connection, DbTransaction transaction, DatabaseProvider provider)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;

        // SQLite has one writer anyway; on PostgreSQL the row lock makes several nodes take turns.
        command.CommandText = "SELECT \"Sequence\", \"Hash\" FROM \"AuditHeads\" WHERE \"Id\" = 1"
            + (provider == DatabaseProvider.Postgres ? " FOR UPDATE" : "");
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        var chain = new AuditChain();
        chain.end = chain.stored = (reader.GetInt64(0), reader.GetString(1));
        return chain;
    }

    public AuditEntry Append(AuditDraft draft)
    {
        var entry = new AuditEntry(draft, end.Sequence + 1, end.Hash);
        end = (entry.Sequence, entry.Hash);
        return entry;
    }

    public (long Sequence, string Hash) Mark() => end;

    public void Return((long Sequence, string Hash) mark) => end = mark;

    public async Task StoreAsync(DbConnection connection, DbTransaction transaction)
    {
        if (end == stored)
        {
            return;
        }

        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "UPDATE \"AuditHeads\" SET \"Sequence\" = @sequence, \"Hash\" = @hash WHERE \"Id\" = 1";
        Add(command, "@sequence", end.Sequence);
        Add(command, "@hash", end.Hash);
        await command.ExecuteNonQueryAsync();
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }
}
