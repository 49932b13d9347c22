using System.Data.Common;
using Microsoft.EntityFrameworkCore.Metadata;
using TitleWorkflow.Persistence.Writing;

namespace TitleWorkflow.Persistence.Auditing;

/// <summary>
/// Reads the end of the audit chain once per transaction and stores it once, however many lines were appended between.
/// </summary>
internal sealed class AuditTrail(DatabaseProvider provider, IModel model, RowStatements statements)
{
    private readonly RowStatement insert = statements.Insert(model.FindEntityType(typeof(AuditEntry))!);

    public async Task<AuditChain> ReadAsync(DbConnection connection, DbTransaction? transaction)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;

        // SQLite has one writer anyway; on PostgreSQL the row lock makes several nodes take turns.
        command.CommandText = "SELECT \"Sequence\", \"Hash\" FROM \"AuditHeads\" WHERE \"Id\" = 1"
            + (provider == DatabaseProvider.Postgres ? " FOR UPDATE" : "");
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return new AuditChain(reader.GetInt64(0), reader.GetString(1));
    }

    /// <summary>The line as a row.</summary>
    public RowChange Row(AuditEntry entry) =>
        new(insert, [.. insert.Written.Select(c => c.Stored(c.Property.GetGetter().GetClrValue(entry)))]);

    public static async Task StoreAsync(AuditChain chain, DbConnection connection, DbTransaction? transaction)
    {
        if (!chain.HasGrown)
        {
            return;
        }

        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "UPDATE \"AuditHeads\" SET \"Sequence\" = @sequence, \"Hash\" = @hash WHERE \"Id\" = 1";
        Add(command, "@sequence", chain.Mark().Sequence);
        Add(command, "@hash", chain.Mark().Hash);
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
