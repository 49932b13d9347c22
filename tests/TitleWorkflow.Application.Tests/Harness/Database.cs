using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Tests.Harness;

/// <summary>A database of its own for one test, made by the real migrations and gone afterwards.</summary>
public sealed class Database : IAsyncDisposable
{
    private static readonly Lazy<Task<string>> MigratedFile = new(MigrateFileAsync);
    private readonly Func<ValueTask> drop;

    private Database(DatabaseOptions options, Func<ValueTask> drop)
    {
        Options = options;
        this.drop = drop;
    }

    /// <summary>Where it is.</summary>
    public DatabaseOptions Options { get; }

    /// <summary>A migrated, empty database; the test is skipped where PostgreSQL is asked for and there is none.</summary>
    public static async Task<Database> CreateAsync(DatabaseProvider provider)
    {
        if (provider == DatabaseProvider.Postgres)
        {
            var name = await PostgresServer.CloneTemplateAsync();
            return Postgres(name);
        }

        // Migrating takes longer than most tests; each test gets a copy of one file that was migrated once.
        var path = NewFile();
        File.Copy(await MigratedFile.Value, path);
        return Sqlite(path);
    }

    /// <summary>A database without any table; the test is skipped where PostgreSQL is asked for and there is none.</summary>
    public static async Task<Database> CreateEmptyAsync(DatabaseProvider provider) => provider == DatabaseProvider.Postgres
        ? Postgres(await PostgresServer.CreateAsync())
        : Sqlite(NewFile());

    /// <summary>A context of its own, outside any product.</summary>
    public TitleDb Open() => PersistenceSetup.Open(Options);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => drop();

    private static Database Postgres(string name) => new(
        new DatabaseOptions(DatabaseProvider.Postgres, PostgresServer.ConnectionString(name)),
        () => PostgresServer.DropAsync(name));

    private static Database Sqlite(string path) => new(SqliteOptions(path), () =>
    {
        using (var pooled = new SqliteConnection(SqliteOptions(path).ConnectionString))
        {
            SqliteConnection.ClearPool(pooled);
        }

        foreach (var file in new[] { path, path + "-wal", path + "-shm" })
        {
            File.Delete(file);
        }

        return ValueTask.CompletedTask;
    });

    private static DatabaseOptions SqliteOptions(string path) => new(DatabaseProvider.Sqlite, $"Data Source={path}");

    private static string NewFile() => Path.Combine(Path.GetTempPath(), $"titleworkflow-{Guid.NewGuid():N}.db");

    private static async Task<string> MigrateFileAsync()
    {
        var path = NewFile();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => File.Delete(path);

        // Without a pool the file is closed and whole, its log written back, when the context is.
        await using var db = PersistenceSetup.Open(new DatabaseOptions(DatabaseProvider.Sqlite, $"Data Source={path};Pooling=False"));
        await db.Database.MigrateAsync();
        return path;
    }
}
