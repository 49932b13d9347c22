using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Tests.Schema;

/// <summary>Reads from a database itself what tables, columns, keys and indexes it has.</summary>
internal static class SchemaOf
{
    private const string Sqlite =
        "SELECT sql AS \"Value\" FROM sqlite_master WHERE sql IS NOT NULL AND tbl_name NOT LIKE '\\_\\_EF%' ESCAPE '\\'";

    private const string Postgres =
        """
        SELECT line AS "Value" FROM (
            SELECT table_name AS t, concat_ws(' ', table_name, column_name, data_type, character_maximum_length, is_nullable,
                column_default, is_identity) AS line
            FROM information_schema.columns WHERE table_schema = 'public'
            UNION ALL SELECT tablename, indexdef FROM pg_indexes WHERE schemaname = 'public'
            UNION ALL SELECT conrelid::regclass::text, concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid))
            FROM pg_constraint WHERE connamespace = 'public'::regnamespace
        ) AS lines WHERE t NOT LIKE '%\_\_EF%'
        """;

    /// <summary>One line per thing, sorted.</summary>
    public static async Task<IReadOnlyList<string>> ReadAsync(TitleDb db) =>
    [
        .. (await db.Database.SqlQueryRaw<string>(db.Database.IsNpgsql() ? Postgres : Sqlite).ToListAsync())
            .Order(StringComparer.Ordinal),
    ];
}
