using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace TitleWorkflow.Persistence.Writing;

/// <summary>What a statement does to one row.</summary>
internal enum RowAct
{
    /// <summary>Takes a row away.</summary>
    Delete,

    /// <summary>Changes some columns of a row.</summary>
    Update,

    /// <summary>Adds a row.</summary>
    Insert,
}

/// <summary>One shape of statement, made from the model once and prepared once per connection.</summary>
/// <param name="Act">What it does.</param>
/// <param name="Table">To which table.</param>
/// <param name="Written">Columns that get a value.</param>
/// <param name="Guards">Columns that must still be as they were read: the key first, then the versions. None for an insert.</param>
/// <param name="KeyParts">How many of the guards are the key.</param>
/// <param name="Rank">Place of the table among those it refers to: a table stands behind all it refers to.</param>
internal sealed record RowStatement(
    RowAct Act,
    string Table,
    IReadOnlyList<RowColumn> Written,
    IReadOnlyList<RowColumn> Guards,
    int KeyParts,
    int Rank)
{
    /// <summary>
    /// Rows go before unique values they held are taken anew, and rows referred to are there before those that refer to them.
    /// No column that refers to another row ever changes, so updates need no order among themselves.
    /// </summary>
    public int Order { get; } = Act switch
    {
        RowAct.Delete => -1 - Rank,
        RowAct.Update => 0,
        _ => 1 + Rank,
    };

    /// <summary>The parameters of the statement for one tracked row.</summary>
    public object?[] Values(EntityEntry entry)
    {
        var values = new object?[Written.Count + Guards.Count];
        var (current, original) = (entry.CurrentValues, entry.OriginalValues);
        for (var i = 0; i < Written.Count; i++)
        {
            values[i] = Written[i].Stored(current[Written[i].Property]);
        }

        for (var i = 0; i < Guards.Count; i++)
        {
            values[Written.Count + i] = Guards[i].Stored(original[Guards[i].Property]);
        }

        return values;
    }

    // Two statements are the same only if they are the same object: they are made once and looked up by it.
    public bool Equals(RowStatement? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
