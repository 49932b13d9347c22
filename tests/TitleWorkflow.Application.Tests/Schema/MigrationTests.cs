using Microsoft.EntityFrameworkCore;
using TitleWorkflow.Application.Tests.Harness;
using TitleWorkflow.Persistence;

namespace TitleWorkflow.Application.Tests.Schema;

public sealed class MigrationTests
{
    [SkippableTheory, Databases]
    public async Task The_migrations_lack_nothing_the_model_has(DatabaseProvider provider)
    {
        await using var database = await Database.CreateAsync(provider);
        await using var db = database.Open();

        Assert.False(db.Database.HasPendingModelChanges(), "Run tests/TitleWorkflow.Migrations.");
    }

    [SkippableTheory, Databases]
    public async Task Migrating_an_empty_database_gives_exactly_the_schema_of_the_model(DatabaseProvider provider)
    {
        await using var migrated = await Database.CreateAsync(provider);
        await using var created = await Database.CreateEmptyAsync(provider);
        await using var fromMigrations = migrated.Open();
        await using var fromModel = created.Open();
        await fromModel.Database.EnsureCreatedAsync();

        var expected = await SchemaOf.ReadAsync(fromModel);
        var actual = await SchemaOf.ReadAsync(fromMigrations);

        Assert.NotEmpty(expected);
        Assert.Equal(expected, actual);
    }

    [SkippableTheory, Databases]
    public async Task Migrating_again_changes_nothing(DatabaseProvider provider)
    {
        await using var database = await Database.CreateAsync(provider);
        await using var db = database.Open();
        var before = await SchemaOf.ReadAsync(db);

        await db.Database.MigrateAsync();

        Assert.Equal(before, await SchemaOf.ReadAsync(db));
    }
}
