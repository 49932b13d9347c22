using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace TitleWorkflow.Persistence.Writing;

/// <summary>
/// Statements for tracked changes, read off EF's own model: there is one mapping, and what EF reads is what is written here.
/// </summary>
internal sealed class RowStatements
{
    private readonly ConcurrentDictionary<(IEntityType Type, EntityState State, ulong Columns), RowStatement> known = new();
    private readonly ConcurrentDictionary<IEntityType, int> ranks = new();

    /// <summary>The statement for a tracked change; null if nothing of it is stored.</summary>
    public RowStatement? For(EntityEntry entry)
    {
        var columns = 0UL;
        if (entry.State == EntityState.Modified)
        {
            foreach (var property in entry.Metadata.GetProperties())
            {
                columns |= entry.Property(property).IsModified ? 1UL << property.GetIndex() : 0;
            }

            if (columns == 0)
            {
                return null;
            }
        }

        return For(entry.Metadata, entry.State, columns);
    }

    /// <summary>The statement that adds a row of <paramref name="type"/>.</summary>
    public RowStatement Insert(IEntityType type) => For(type, EntityState.Added, 0);

    private RowStatement For(IEntityType type, EntityState state, ulong columns) =>
        known.GetOrAdd((type, state, columns), key => Make(key.Type, key.State, key.Columns));

    private RowStatement Make(IEntityType type, EntityState state, ulong columns)
    {
        var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)
            ?? throw new InvalidOperationException($"{type.DisplayName()} has no table.");
        RowColumn Column(IProperty property) => new(
            property, property.GetColumnName(table)!, property.GetRelationalTypeMapping());
        List<RowColumn> written =
        [
            .. type.GetProperties()
                .Where(p => state == EntityState.Added || (columns & (1UL << p.GetIndex())) != 0)
                .Select(Column),
        ];
        var key = type.FindPrimaryKey()!.Properties;
        List<RowColumn> guards = state == EntityState.Added
            ? []
            : [.. key.Concat(type.GetProperties().Where(p => p.IsConcurrencyToken)).Select(Column)];
        var act = state switch
        {
            EntityState.Added => RowAct.Insert,
            EntityState.Modified => RowAct.Update,
            EntityState.Deleted => RowAct.Delete,
            _ => throw new InvalidOperationException($"Nothing is to be stored of an entry that is {state}."),
        };
        return new RowStatement(act, table.Name, act == RowAct.Delete ? [] : written, guards, key.Count, RankOf(type));
    }

    private int RankOf(IEntityType type) => ranks.TryGetValue(type, out var rank)
        ? rank
        : ranks[type] = type.GetForeignKeys().Where(f => f.PrincipalEntityType.GetRootType() != type.GetRootType())
            .Select(f => 1 + RankOf(f.PrincipalEntityType)).DefaultIfEmpty(0).Max();
}
