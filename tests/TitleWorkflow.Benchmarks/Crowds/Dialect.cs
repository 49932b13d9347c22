using System.Globalization;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Benchmarks.Crowds;

/// <summary>The few words in which the two databases differ when rows are made from a row number <c>n</c>.</summary>
internal abstract record Dialect
{
    public static Dialect Of(DatabaseProvider provider) => provider == DatabaseProvider.Sqlite ? new Sqlite() : new Postgres();

    /// <summary>Names of a table's columns, as one column of rows; the table's name is its only parameter, <c>@table</c>.</summary>
    public abstract string Columns { get; }

    /// <summary>Brings the planner and the visibility of rows up to date after filling.</summary>
    public abstract string Settle { get; }

    /// <summary>An id for each row: kinds keep the ids of different tables apart.</summary>
    public abstract string Id(int kind, string n = "n");

    /// <summary>The same as text, for ids of the engine.</summary>
    public abstract string TextId(int kind);

    /// <summary>A day among the two hundred that follow the first.</summary>
    public abstract string Day(DateOnly first);

    private sealed record Sqlite : Dialect
    {
        public override string Columns => "SELECT name FROM pragma_table_info(@table)";

        public override string Settle => "ANALYZE";

        public override string Id(int kind, string n = "n") => Text(kind, n);

        public override string TextId(int kind) => $"lower({Text(kind, "n")})";

        public override string Day(DateOnly first) => $"date('{first:yyyy-MM-dd}', (n * 7919 % 200) || ' days')";

        private static string Text(int kind, string n) => $"printf('{kind.ToString("X8", CultureInfo.InvariantCulture)}-0000-7000-8000-%012X', {n})";
    }

    private sealed record Postgres : Dialect
    {
        public override string Columns =>
            "SELECT column_name FROM information_schema.columns WHERE table_name = @table AND is_generated = 'NEVER'";

        public override string Settle => "VACUUM ANALYZE";

        public override string Id(int kind, string n = "n") => $"({Text(kind, n)})::uuid";

        public override string TextId(int kind) => Text(kind, "n");

        public override string Day(DateOnly first) => $"DATE '{first:yyyy-MM-dd}' + (n * 7919 % 200)::int";

        private static string Text(int kind, string n) =>
            $"'{kind.ToString("x8", CultureInfo.InvariantCulture)}-0000-7000-8000-' || lpad(to_hex({n}), 12, '0')";
    }
}
