using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TitleWorkflow.Application.Tests.Harness;
using TitleWorkflow.Domain.Calendars;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Tests.Writing;

/// <summary>A context on SQLite keeps its connection and the statements of its queries from one request to the next.</summary>
public sealed class PreparedReadsTests : IAsyncLifetime
{
    private Database database = null!;
    private ServiceProvider services = null!;

    public async Task InitializeAsync()
    {
        database = await Database.CreateAsync(DatabaseProvider.Sqlite);
        services = new ServiceCollection().AddPersistence(database.Options).BuildServiceProvider();
    }

    public async Task DisposeAsync()
    {
        await services.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public void A_context_comes_back_from_the_pool_with_its_open_connection()
    {
        var first = Use(db => db.Database.GetDbConnection());

        var second = Use(db => db.Database.GetDbConnection());

        Assert.Same(first, second);
        Assert.Equal(ConnectionState.Open, second.State);
    }

    [Fact]
    public async Task The_same_query_reads_again_what_has_been_stored_since_and_with_other_values()
    {
        Assert.Empty(Use(db => Years(db, 2026)));
        await AddAsync(2025);
        await AddAsync(2026);

        Assert.Equal([2026], Use(db => Years(db, 2026)));
        Assert.Equal([2025], Use(db => Years(db, 2025)));
    }

    [Fact]
    public async Task The_same_query_asked_while_its_answer_is_read_gets_an_answer_of_its_own()
    {
        await AddAsync(2025);
        await AddAsync(2026);

        var pairs = Use(db =>
        {
            var seen = new List<(int Outer, int Inner)>();
            foreach (var outer in All(db))
            {
                seen.AddRange(All(db).AsEnumerable().Select(inner => (outer, inner)));
            }

            return seen;
        });

        Assert.Equal([(2025, 2025), (2025, 2026), (2026, 2025), (2026, 2026)], pairs);
    }

    [Fact]
    public async Task Queries_left_after_their_first_row_hold_nothing_however_many_run_at_once()
    {
        await AddAsync(2025);
        await AddAsync(2026);
        var first = new HotQuery<bool, int>((context, _) => context.OfficialYears.OrderBy(y => y.Year).Select(y => y.Year));

        await Parallel.ForEachAsync(Enumerable.Range(0, 2000), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (_, ct) =>
        {
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<TitleDb>();
            Assert.Equal(2025, await first.FirstAsync(db, true, ct));
            Assert.True(await db.OfficialYears.AnyAsync(y => y.Year == 2026, ct));
        });

        Assert.Equal(0, await BusyReadersAsync());
    }

    [Fact]
    public async Task A_query_inside_a_transaction_sees_what_it_has_not_committed()
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TitleDb>();
        Assert.Empty(Years(db, 2026));

        await using var transaction = await db.Database.BeginTransactionAsync();
        db.OfficialYears.Add(new OfficialYear(2026, [], []));
        await db.SaveChangesAsync();

        Assert.Equal([2026], Years(db, 2026));
    }

    // Emptying the log needs a moment at which nobody reads.
    private async Task<long> BusyReadersAsync()
    {
        await using var connection = new SqliteConnection(database.Options.ConnectionString + ";Pooling=False;Default Timeout=1");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static IQueryable<int> All(TitleDb db) => db.OfficialYears.OrderBy(y => y.Year).Select(y => y.Year);

    private static List<int> Years(TitleDb db, int asked) => db.OfficialYears.Where(y => y.Year == asked).Select(y => y.Year).ToList();

    private T Use<T>(Func<TitleDb, T> use)
    {
        using var scope = services.CreateScope();
        return use(scope.ServiceProvider.GetRequiredService<TitleDb>());
    }

    private async Task AddAsync(int year)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TitleDb>();
        db.OfficialYears.Add(new OfficialYear(year, [], []));
        await db.SaveChangesAsync();
    }
}
