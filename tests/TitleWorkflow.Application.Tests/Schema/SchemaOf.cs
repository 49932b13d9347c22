using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Tests.Schema;

/// <summary>Reads from a database itself what tables, columns, keys and indexes it has.</summary>
internal static class SchemaOf
{
    // Neither the order of columns nor defaults count: a column added later stands last, and fills the rows that were there.
    private const string Sqlite =
        """
        SELECT line AS "Value" FROM (
            SELECT t.name AS t, concat_ws(' ', t.name, c.name, c.type, c."notnull", c.pk) AS line
            FROM sqlite_master t JOIN pragma_table_info(t.name) c WHERE t.type = 'table'
            UNION ALL SELECT tbl_name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL
            UNION ALL SELECT t.name, concat_ws(' ', t.name, f."from", f."table", f."to", f.on_delete)
            FROM sqlite_master t JOIN pragma_foreign_key_list(t.name) f WHERE t.type = 'table'
        ) WHERE t NOT LIKE '\_\_EF%' ESCAPE '\' AND t NOT LIKE 'sqlite%'
        """;

    private const string Postgres =
        """
        SELECT line AS "Value" FROM (
            SELECT table_name AS t, concat_ws(' ', table_name, column_name, data_type, character_maximum_length, is_nullable,
                is_identity) AS line
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
