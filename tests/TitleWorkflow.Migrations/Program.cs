using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Migrations;
using TitleWorkflow.Persistence;

const string Usage = """
    dotnet run --project tests/TitleWorkflow.Migrations -- add NAME     adds what the model gained since the last migration
    dotnet run --project tests/TitleWorkflow.Migrations -- reset NAME   replaces all migrations by a single new one
    """;

if (args is not [("add" or "reset") and var verb, var name])
{
    Console.Error.WriteLine(Usage);
    return 1;
}

var anew = verb == "reset";
Scaffold.Write(
    "Sqlite",
    name,
    anew,
    hidden =>
    {
        var builder = new DbContextOptionsBuilder<SqliteTitleDb>();
        PersistenceSetup.UseSqlite(builder, "Data Source=unused");
        return new SqliteTitleDb(hidden is null ? builder.Options : builder.UseSqlite(o => o.MigrationsAssembly(hidden)).Options);
    });
Scaffold.Write(
    "Postgres",
    name,
    anew,
    hidden =>
    {
        var builder = new DbContextOptionsBuilder<PostgresTitleDb>();
        PersistenceSetup.UsePostgres(builder, "Host=unused");
        return new PostgresTitleDb(hidden is null ? builder.Options : builder.UseNpgsql(o => o.MigrationsAssembly(hidden)).Options);
    });
return 0;
