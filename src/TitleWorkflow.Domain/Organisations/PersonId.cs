namespace TitleWorkflow.Domain.Organisations;

/// <summary>Identifies a person, whatever roles they hold.</summary>
public readonly record struct PersonId(Guid Value)
{
    /// <summary>A fresh, time-ordered id.</summary>
    public static PersonId New() => new(Guid.CreateVersion7());

    /// <summary>Order of creation, as lists page by it.</summary>
    public int CompareTo(PersonId other) => Value.CompareTo(other.Value);

    /// <inheritdoc />
    public override string ToString() => Value.ToString();
}
