using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace TitleWorkflow.Persistence;

/// <summary>
/// A query on the road of every task, translated once instead of with every request. EF ties what it has compiled to one
/// model, so there is one for each database.
/// </summary>
/// <param name="query">The query; its argument is its only variable.</param>
public sealed class HotQuery<TArgument, TRow>(Expression<Func<TitleDb, TArgument, IQueryable<TRow>>> query)
{
    private readonly Func<TitleDb, TArgument, IAsyncEnumerable<TRow>> onSqlite = EF.CompileAsyncQuery(query);
    private readonly Func<TitleDb, TArgument, IAsyncEnumerable<TRow>> onPostgres = EF.CompileAsyncQuery(query);

    /// <summary>All rows.</summary>
    public ValueTask<List<TRow>> ListAsync(TitleDb db, TArgument argument, CancellationToken ct) => On(db, argument).ToListAsync(ct);

    /// <summary>The first row; the type's default if there is none.</summary>
    public ValueTask<TRow?> FirstAsync(TitleDb db, TArgument argument, CancellationToken ct) => On(db, argument).FirstOrDefaultAsync(ct);

    private IAsyncEnumerable<TRow> On(TitleDb db, TArgument argument) =>
        (db is SqliteTitleDb ? onSqlite : onPostgres)(db, argument);
}

/// <summary>The same with two arguments: EF translates no member of an argument, so a record will not do.</summary>
/// <param name="query">The query; its arguments are its only variables.</param>
public sealed class HotQuery<TFirst, TSecond, TRow>(Expression<Func<TitleDb, TFirst, TSecond, IQueryable<TRow>>> query)
{
    private readonly Func<TitleDb, TFirst, TSecond, IAsyncEnumerable<TRow>> onSqlite = EF.CompileAsyncQuery(query);
    private readonly Func<TitleDb, TFirst, TSecond, IAsyncEnumerable<TRow>> onPostgres = EF.CompileAsyncQuery(query);

    /// <summary>All rows.</summary>
    public ValueTask<List<TRow>> ListAsync(TitleDb db, TFirst first, TSecond second, CancellationToken ct) => On(db, first, second).ToListAsync(ct);

    /// <summary>The first row; the type's default if there is none.</summary>
    public ValueTask<TRow?> FirstAsync(TitleDb db, TFirst first, TSecond second, CancellationToken ct) => On(db, first, second).FirstOrDefaultAsync(ct);

    private IAsyncEnumerable<TRow> On(TitleDb db, TFirst first, TSecond second) =>
        (db is SqliteTitleDb ? onSqlite : onPostgres)(db, first, second);
}
