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
public sealed record DatabaseOptions(DatabaseProvider Provider, string ConnectionString);
