using Npgsql;

namespace TitleWorkflow.Persistence;

/// <summary>Which database the product runs on.</summary>
public enum DatabaseProvider
{
    /// <summary>SQLite, one process.</summary>
    Sqlite,

    /// <summary>PostgreSQL, one or several processes.</summary>
    Postgres,
}

/// <summary>Where the data is.</summary>
/// <param name="Provider">The database.</param>
/// <param name="ConnectionString">Its connection string.</param>
public sealed record DatabaseOptions(DatabaseProvider Provider, string ConnectionString)
{
    /// <summary>A PostgreSQL server as a node uses it; what the connection string sets itself stays.</summary>
    public static DatabaseOptions OnPostgres(string connectionString)
    {
        // Two nodes fit into a server as it is installed, which takes a hundred connections; one node could ask for all of them.
        const int DriversOwn = 100;
        const int Fitting = 40;
        const int Prepared = 100;
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        builder.MaxPoolSize = builder.MaxPoolSize == DriversOwn ? Fitting : builder.MaxPoolSize;
        if (!builder.ShouldSerialize("Max Auto Prepare"))
        {
            // What is asked again and again is planned once per connection; whoever runs a pooler in between sets it to 0.
            builder.MaxAutoPrepare = Prepared;
        }

        // A node whose machine vanishes in the middle of a commit must not hold the others up: the server ends what it left open.
        builder.Options ??= "-c idle_in_transaction_session_timeout=8s";
        return new DatabaseOptions(DatabaseProvider.Postgres, builder.ToString());
    }
}
