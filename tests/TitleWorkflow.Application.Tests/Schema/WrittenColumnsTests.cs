using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using TitleWorkflow.Application.Tests.Harness;
using TitleWorkflow.Persistence;
using TitleWorkflow.Persistence.Auditing;
using TitleWorkflow.Persistence.Writing;

namespace TitleWorkflow.Application.Tests.Schema;

/// <summary>What the one writer stores by statements of its own, EF reads: a column forgotten on either side shows here.</summary>
public sealed class WrittenColumnsTests
{
    [SkippableTheory, Databases]
    public async Task What_the_writer_adds_changes_and_removes_is_what_the_model_reads_in_every_column(DatabaseProvider provider)
    {
        await using var database = await Database.CreateAsync(provider);
        await using var writer = new ChangeWriter(database.Options);
        await using var db = database.Open();
        var rows = db.Model.GetEntityTypes().Where(t => !t.IsAbstract() && t.ClrType != typeof(AuditHead))
            .Select((type, place) => Add(db, type, place)).ToList();

        await writer.CommitAsync(db, [], default);
        await AssertStoredAsync(database, rows);

        // A context forgets what it has committed.
        rows = await ReadAsync(db, rows);
        rows.ForEach(row => Fill(row, row.Metadata.GetProperties().Where(p => !p.IsKey() && !p.IsForeignKey()), seed: 100));
        await writer.CommitAsync(db, [], default);
        await AssertStoredAsync(database, rows);

        rows = await ReadAsync(db, rows);

        // Each row is taken away by a statement of its own, and none by a cascade.
        (db.ChangeTracker.CascadeDeleteTiming, db.ChangeTracker.DeleteOrphansTiming) = (CascadeTiming.Never, CascadeTiming.Never);
        rows.ForEach(row => row.State = EntityState.Deleted);
        await writer.CommitAsync(db, [], default);
        await AssertGoneAsync(database, rows);
    }

    private static async Task<List<EntityEntry>> ReadAsync(TitleDb db, List<EntityEntry> rows)
    {
        var read = new List<EntityEntry>();
        foreach (var row in rows)
        {
            read.Add(db.Entry((await db.FindAsync(row.Metadata.ClrType, Key(row)))!));
        }

        return read;
    }

    private static EntityEntry Add(TitleDb db, IEntityType type, int place)
    {
        var entity = type.ClrType.GetConstructors(
                System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic)
            .Any(c => c.GetParameters().Length == 0)
            ? Activator.CreateInstance(type.ClrType, nonPublic: true)!
            : RuntimeHelpers.GetUninitializedObject(type.ClrType);
        var entry = db.Entry(entity);

        // Whatever refers to another row finds it: but for the two kinds of task, which share a table, ids are all alike.
        Fill(entry, type.GetProperties(), type.BaseType is null ? 1 : 1 + place);
        entry.State = EntityState.Added;
        return entry;
    }

    private static void Fill(EntityEntry entry, IEnumerable<IProperty> properties, int seed)
    {
        foreach (var property in properties.Where(p => p != entry.Metadata.FindDiscriminatorProperty()))
        {
            entry.Property(property).CurrentValue = Sample(property, seed);
        }
    }

    private static async Task AssertStoredAsync(Database database, IReadOnlyList<EntityEntry> rows)
    {
        await using var db = database.Open();
        foreach (var row in rows)
        {
            var stored = db.Entry((await db.FindAsync(row.Metadata.ClrType, Key(row)))!);
            foreach (var property in row.Metadata.GetProperties())
            {
                Assert.Equal(Stored(property, row), Stored(property, stored));
            }
        }
    }

    private static async Task AssertGoneAsync(Database database, IReadOnlyList<EntityEntry> rows)
    {
        await using var db = database.Open();
        foreach (var row in rows)
        {
            Assert.Null(await db.FindAsync(row.Metadata.ClrType, Key(row)));
        }
    }

    private static object?[] Key(EntityEntry row) =>
        [.. row.Metadata.FindPrimaryKey()!.Properties.Select(p => row.Property(p).CurrentValue)];

    private static object? Stored(IProperty property, EntityEntry row)
    {
        var value = row.Property(property.Name).CurrentValue;
        return property.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value) : value;
    }

    private static object? Sample(IProperty property, int seed)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        if (type.IsEnum)
        {
            var values = Enum.GetValues(type);
            return values.GetValue(seed % values.Length);
        }

        var converter = property.GetTypeMapping().Converter;
        var stored = Plain(converter?.ProviderClrType ?? type, property, seed);
        return converter is null ? stored : converter.ConvertFromProvider(
            converter.ProviderClrType == typeof(string) ? Json(type, seed) : stored);
    }

    private static string Json(Type type, int seed) =>
        type == typeof(List<string>) ? $"[\"值{seed}\"]"
        : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>) ? "[]"
        : "{}";

    private static object Plain(Type type, IProperty property, int seed)
    {
        var text = $"字{seed} {property.Name}";
        return (Nullable.GetUnderlyingType(type) ?? type) switch
        {
            var t when t == typeof(Guid) => new Guid(seed, 7, 8, 1, 2, 3, 4, 5, 6, 7, 8),
            var t when t == typeof(int) => seed,
            var t when t == typeof(long) => (long)seed,
            var t when t == typeof(bool) => seed % 2 == 1,
            var t when t == typeof(byte[]) => new byte[] { 1, (byte)seed },
            var t when t == typeof(DateOnly) => new DateOnly(2026, 3, 2).AddDays(seed),
            var t when t == typeof(DateTime) => new DateTime(2026, 3, 2, 1, 0, 0, DateTimeKind.Utc).AddTicks((seed * TimeSpan.TicksPerMillisecond) + 1_230),
            var t when t == typeof(double) => seed / 4.0,
            var t when t == typeof(decimal) => seed / 4m,
            var t when t == typeof(string) => text[..Math.Min(text.Length, property.GetMaxLength() ?? int.MaxValue)],
            var t => throw new NotSupportedException($"No sample for {t}."),
        };
    }
}
