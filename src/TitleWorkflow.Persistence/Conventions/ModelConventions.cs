using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using TitleWorkflow.Domain;

namespace TitleWorkflow.Persistence.Conventions;

/// <summary>How values become columns, alike on both databases: ids as GUIDs, instants as UTC, enums as words.</summary>
internal static class ModelConventions
{
    public static void Apply(ModelConfigurationBuilder builder)
    {
        builder.Properties<DateTimeOffset>().HaveConversion<UtcInstantConverter>();
        builder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        foreach (var id in typeof(Aggregate).Assembly.GetTypes().Where(IsId))
        {
            builder.Properties(id).HaveConversion(typeof(IdConverter<>).MakeGenericType(id));
        }
    }

    private static bool IsId(Type type) =>
        type is { IsValueType: true, IsEnum: false }
        && type.Name.EndsWith("Id", StringComparison.Ordinal)
        && type.GetConstructor([typeof(Guid)]) is not null;

    // SQLite compares instants as text, so they must all be written the same way, in UTC.
    internal sealed class UtcInstantConverter() : ValueConverter<DateTimeOffset, DateTime>(
        instant => instant.UtcDateTime,
        stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));

    internal sealed class IdConverter<TId>() : ValueConverter<TId, Guid>(Read(), Create())
        where TId : struct
    {
        private static Expression<Func<TId, Guid>> Read()
        {
            var id = Expression.Parameter(typeof(TId));
            return Expression.Lambda<Func<TId, Guid>>(Expression.Property(id, "Value"), id);
        }

        private static Expression<Func<Guid, TId>> Create()
        {
            var value = Expression.Parameter(typeof(Guid));
            var constructor = typeof(TId).GetConstructor([typeof(Guid)])!;
            return Expression.Lambda<Func<Guid, TId>>(Expression.New(constructor, value), value);
        }
    }
}
