using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Auditing;
using TitleWorkflow.Application.Tests.Harness;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Persistence;
using TitleWorkflow.Persistence.Auditing;
using TitleWorkflow.Persistence.Operation;
using TitleWorkflow.Persistence.Writing;

namespace TitleWorkflow.Application.Tests.Writing;

public sealed class ChangeWriterTests
{
    [SkippableTheory, Databases]
    public async Task Sixty_four_change_sets_at_once_are_all_stored(DatabaseProvider provider)
    {
        await using var product = await Product.EmptyAsync(provider);

        await Task.WhenAll(Enumerable.Range(0, 64).Select(i => CommitAsync(product, Setting($"{i}"))));

        Assert.Equal(64, await product.ReadAsync(db => db.Settings.CountAsync()));
        Assert.Equal(new CheckAudit.Result(64, null), await product.SendAs(Sender.Nobody, new CheckAudit.Query()));
    }

    [SkippableTheory, Databases]
    public async Task A_failing_change_set_spoils_no_other(DatabaseProvider provider)
    {
        await using var product = await Product.EmptyAsync(provider);
        await product.StoreAsync(Setting("taken"));

        var commits = Enumerable.Range(0, 64)
            .Select(i => CommitAsync(product, Setting(i % 4 == 0 ? "taken" : $"{i}")))
            .ToList();
        var failures = await FailuresAsync(commits);

        Assert.Equal(16, failures.Count);
        Assert.All(failures, f => Assert.True(PersistenceSetup.IsRace(f)));
        Assert.Equal(1 + 48, await product.ReadAsync(db => db.Settings.CountAsync()));
        Assert.Equal(new CheckAudit.Result(48, null), await product.SendAs(Sender.Nobody, new CheckAudit.Query()));
    }

    [SkippableTheory, Databases]
    public async Task Of_four_who_rest_on_the_same_row_one_is_stored_and_the_others_are_told(DatabaseProvider provider)
    {
        await using var database = await Database.CreateAsync(provider);
        await using var writer = new ChangeWriter(database.Options);
        await using var db = database.Open();
        var towns = Enumerable.Range(0, 16).Select(_ => new Organisation(OrganisationId.New(), OrganisationKind.Town, "鹭汀镇", parent: null)).ToList();
        db.AddRange(towns);
        await db.SaveChangesAsync();
        var all = new List<TitleDb>();
        for (var i = 0; i < 64; i++)
        {
            all.Add(database.Open());
            var town = towns[i % 16].Id;
            (await all[i].Organisations.SingleAsync(o => o.Id == town)).PublishPhone($"0990-{i}");
        }

        var failures = await FailuresAsync([.. all.Select(d => writer.CommitAsync(d, [Draft], default))]);
        all.ForEach(d => d.Dispose());

        Assert.Equal(48, failures.Count);
        Assert.All(failures, f => Assert.IsType<DbUpdateConcurrencyException>(f));
        Assert.Equal(16, await db.Organisations.AsNoTracking().CountAsync(o => o.Version == 1));
        Assert.Equal(16, await db.Audit.CountAsync());
    }

    [SkippableTheory, Databases]
    public async Task A_context_reads_and_writes_on_after_its_commit(DatabaseProvider provider)
    {
        await using var database = await Database.CreateAsync(provider);
        await using var writer = new ChangeWriter(database.Options);
        await using var db = database.Open();

        db.Add(Setting("first"));
        await writer.CommitAsync(db, [Draft], default);
        var read = await db.Settings.AsNoTracking().Select(s => s.Key).ToListAsync();
        (await db.Settings.SingleAsync()).Value = "changed";
        db.Add(Setting("second"));
        await writer.CommitAsync(db, [Draft], default);
        db.Add(Setting("third"));
        await db.SaveChangesAsync();

        Assert.Equal(["first"], read);
        Assert.Equal(3, await db.Settings.CountAsync());
        Assert.Equal("changed", await db.Settings.AsNoTracking().Where(s => s.Key == "first").Select(s => s.Value).SingleAsync());
    }

    [SkippableTheory, Databases]
    public async Task A_context_whose_commit_failed_can_be_cleared_and_used_again(DatabaseProvider provider)
    {
        await using var database = await Database.CreateAsync(provider);
        await using var writer = new ChangeWriter(database.Options);
        await using var db = database.Open();
        db.Add(Setting("taken"));
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();

        db.Add(Setting("taken"));
        await Assert.ThrowsAsync<DbUpdateException>(() => writer.CommitAsync(db, [Draft], default));
        db.ChangeTracker.Clear();
        db.Add(Setting("free"));
        await writer.CommitAsync(db, [Draft], default);

        Assert.Equal(2, await db.Settings.CountAsync());
        Assert.Equal(1, await db.Audit.CountAsync());
    }

    [SkippableTheory, Databases]
    public async Task A_change_set_nobody_could_store_fails_alone(DatabaseProvider provider)
    {
        await using var database = await Database.CreateAsync(provider);
        await using var writer = new ChangeWriter(database.Options);
        await using var good = database.Open();
        var disposed = database.Open();
        await disposed.DisposeAsync();
        good.Add(Setting("good"));

        var bad = writer.CommitAsync(disposed, [Draft], default);
        await writer.CommitAsync(good, [Draft], default);

        await Assert.ThrowsAsync<ObjectDisposedException>(() => bad);
        Assert.Equal(1, await good.Settings.CountAsync());
    }

    [SkippableFact]
    public async Task The_writer_outlives_a_lost_connection()
    {
        await using var product = await Product.EmptyAsync(DatabaseProvider.Postgres);
        await CommitAsync(product, Setting("before"));

        await product.ReadAsync(db => db.Database.ExecuteSqlRawAsync(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"));
        await Assert.ThrowsAnyAsync<Exception>(() => CommitAsync(product, Setting("lost")));
        await CommitAsync(product, Setting("after"));

        Assert.Equal(["after", "before"], await product.ReadAsync(db => db.Settings.Select(s => s.Key).Order().ToListAsync()));
    }

    [SkippableTheory, Databases]
    public async Task What_is_held_must_not_have_changed_at_the_commit(DatabaseProvider provider)
    {
        await using var database = await Database.CreateAsync(provider);
        await using var writer = new ChangeWriter(database.Options);
        await using var mine = await HoldingAsync(database);
        await using (var theirs = database.Open())
        {
            (await theirs.Organisations.SingleAsync()).PublishPhone("0990-1");
            await theirs.SaveChangesAsync();
        }

        mine.Add(Setting("rests on it"));
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => writer.CommitAsync(mine, [Draft], default));

        Assert.Equal(0, await mine.Settings.CountAsync());
    }

    [SkippableTheory, Databases]
    public async Task Holding_changes_nothing_itself(DatabaseProvider provider)
    {
        await using var database = await Database.CreateAsync(provider);
        await using var writer = new ChangeWriter(database.Options);
        await using var mine = await HoldingAsync(database);

        mine.Add(Setting("rests on it"));
        await writer.CommitAsync(mine, [Draft], default);

        Assert.Equal(0, await mine.Organisations.AsNoTracking().Select(o => o.Version).SingleAsync());
        Assert.Equal(1, await mine.Settings.CountAsync());
    }

    [SkippableTheory, Databases]
    public async Task A_person_does_not_wait_behind_what_the_clock_has_reached(DatabaseProvider provider)
    {
        await using var database = await Database.CreateAsync(provider);
        await using var writer = new ChangeWriter(database.Options);
        await using var holder = database.Open();

        // While somebody else holds the end of the audit chain, everything queues.
        var held = await holder.Database.BeginTransactionAsync();
        await holder.Database.ExecuteSqlRawAsync("UPDATE \"AuditHeads\" SET \"Sequence\" = \"Sequence\"");
        var clock = Enumerable.Range(0, 200).Select(i => StoreAsync($"clock-{i}", canWait: true)).ToList();
        var person = StoreAsync("person", canWait: false);
        await held.RollbackAsync();
        await Task.WhenAll([.. clock, person]);

        // In order of arrival it would be the 201st; at most one group was taken before it came.
        var place = await holder.Audit.Where(a => a.Detail == "person").Select(a => a.Sequence).SingleAsync();
        Assert.InRange(place, 1, ChangeWriter.BatchSize + 1);

        async Task StoreAsync(string what, bool canWait)
        {
            await using var db = database.Open();
            await writer.CommitAsync(db, [Draft with { Detail = what }], default, canWait);
        }
    }

    [SkippableTheory, Databases]
    public async Task Nobody_gets_a_number_twice(DatabaseProvider provider)
    {
        await using var product = await Product.EmptyAsync(provider);

        var numbers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => product.NextNumberAsync("QT-2022")));

        Assert.Equal(Enumerable.Range(1, 50), numbers.Order());
    }

    private static AuditDraft Draft { get; } = new(DateTimeOffset.UnixEpoch, null, "-", "Test.Store", "", "done", "", "");

    private static Setting Setting(string key) => new() { Key = key, Value = "" };

    private static async Task<TitleDb> HoldingAsync(Database database)
    {
        await using (var first = database.Open())
        {
            first.Add(new Organisation(OrganisationId.New(), OrganisationKind.Town, "鹭汀镇", parent: null));
            await first.SaveChangesAsync();
        }

        var db = database.Open();
        db.HoldUnchanged(await db.Organisations.SingleAsync());
        return db;
    }

    private static Task CommitAsync(Product product, Setting setting) => product.WriteAsync(db => db.Add(setting), Draft);

    private static async Task<List<Exception>> FailuresAsync(IEnumerable<Task> tasks)
    {
        var failures = new List<Exception>();
        foreach (var task in tasks)
        {
            try
            {
                await task;
            }
            catch (DbUpdateException failure)
            {
                failures.Add(failure);
            }
        }

        return failures;
    }
}
