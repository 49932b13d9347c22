using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using TitleWorkflow.Engine;
using TitleWorkflow.Persistence.Operation;
using TitleWorkflow.Persistence.Reading;
using TitleWorkflow.Persistence.Workflows;
using TitleWorkflow.Persistence.Writing;

namespace TitleWorkflow.Persistence;

/// <summary>Registers the database, its writer and the engine's stores.</summary>
public static class PersistenceSetup
{
    /// <summary>Adds everything that keeps data.</summary>
    public static IServiceCollection AddPersistence(this IServiceCollection services, DatabaseOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<ChangeWriter>();
        services.AddSingleton<Numbers>();
        services.AddSingleton<DutyRoster>();
        services.AddSingleton<ReadDefinitions>();
        services.AddScoped<IWorkflowInstanceStore, InstanceStore>();
        services.AddScoped<IWorkflowDefinitionStore, DefinitionStore>();
        services.AddScoped<ITriggerStore, TriggerStore>();
        services.AddScoped<AfterCommit>();
        if (options.Provider == DatabaseProvider.Sqlite)
        {
            services.AddSingleton<KeptConnections>();
            services.AddDbContextPool<SqliteTitleDb>((s, builder) => UseSqlite(builder, options.ConnectionString)
                .AddInterceptors(new PreparedReads(s.GetRequiredService<KeptConnections>())));
            services.AddScoped<TitleDb>(s => s.GetRequiredService<KeptConnections>().Attach(s.GetRequiredService<SqliteTitleDb>()));
        }
        else
        {
            services.AddDbContextPool<PostgresTitleDb>(builder => UsePostgres(builder, options.ConnectionString));
            services.AddScoped<TitleDb>(s => s.GetRequiredService<PostgresTitleDb>());
        }

        return services;
    }

    /// <summary>A context of its own, outside any scope.</summary>
    public static TitleDb Open(DatabaseOptions options)
    {
        if (options.Provider == DatabaseProvider.Sqlite)
        {
            var sqlite = new DbContextOptionsBuilder<SqliteTitleDb>();
            UseSqlite(sqlite, options.ConnectionString);
            return new SqliteTitleDb(sqlite.Options);
        }

        var postgres = new DbContextOptionsBuilder<PostgresTitleDb>();
        UsePostgres(postgres, options.ConnectionString);
        return new PostgresTitleDb(postgres.Options);
    }

    /// <summary>The context's options on SQLite.</summary>
    public static DbContextOptionsBuilder UseSqlite(DbContextOptionsBuilder builder, string connectionString) => builder
        .UseSqlite(connectionString)
        .AddInterceptors(new SqliteSession())
        .ConfigureWarnings(Quiet);

    /// <summary>The context's options on PostgreSQL.</summary>
    public static DbContextOptionsBuilder UsePostgres(DbContextOptionsBuilder builder, string connectionString) => builder
        .UseNpgsql(connectionString)
        .ConfigureWarnings(Quiet);

    /// <summary>True if a save failed because somebody else was faster: another try on fresh data may succeed.</summary>
    public static bool IsRace(Exception failure) => failure switch
    {
        DbUpdateConcurrencyException => true,

        // 787: no such parent; 1811: a parent that still has children goes; 1555 and 2067: a unique key is taken.
        DbUpdateException { InnerException: SqliteException { SqliteExtendedErrorCode: 787 or 1811 or 1555 or 2067 } } => true,
        DbUpdateException
        {
            InnerException: Npgsql.PostgresException
            {
                SqlState: Npgsql.PostgresErrorCodes.UniqueViolation
                    or Npgsql.PostgresErrorCodes.DeadlockDetected
                    or Npgsql.PostgresErrorCodes.ForeignKeyViolation
                    or Npgsql.PostgresErrorCodes.RestrictViolation,
            },
        } => true,
        _ => false,
    };

    // The writer sets a savepoint per change set on purpose; there is nothing to warn about.
    private static void Quiet(WarningsConfigurationBuilder warnings) => warnings.Ignore(
        RelationalEventId.MultipleCollectionIncludeWarning);
}
