using System.Reflection;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Migrations;
using TitleWorkflow.Persistence;

const string Usage = """
    dotnet run --project tests/TitleWorkflow.Migrations -- add NAME     adds what the model gained since the last migration
    dotnet run --project tests/TitleWorkflow.Migrations -- reset NAME   replaces all migrations by a single new one
    dotnet run --project tests/TitleWorkflow.Migrations -- compile      writes the compiled model, as the other two do as well
    """;

if (args is not ([("add" or "reset"), _] or ["compile"]))
{
    Console.Error.WriteLine(Usage);
    return 1;
}

Write("Sqlite", Sqlite);
Write("Postgres", Postgres);
return 0;

void Write(string database, Func<Assembly?, DbContext> open)
{
    if (args is [var verb, var name])
    {
        Scaffold.Write(database, name, anew: verb == "reset", open);
    }

    Scaffold.Compile(database, () => open(null), Scaffold.CompiledFolder(database));
}

static DbContext Sqlite(Assembly? hidden)
{
    var builder = new DbContextOptionsBuilder<SqliteTitleDb>();
    PersistenceSetup.UseSqlite(builder, "Data Source=unused");
    return new SqliteTitleDb(hidden is null ? builder.Options : builder.UseSqlite(o => o.MigrationsAssembly(hidden)).Options);
}

static DbContext Postgres(Assembly? hidden)
{
    var builder = new DbContextOptionsBuilder<PostgresTitleDb>();
    PersistenceSetup.UsePostgres(builder, "Host=unused");
    return new PostgresTitleDb(hidden is null ? builder.Options : builder.UseNpgsql(o => o.MigrationsAssembly(hidden)).Options);
}
