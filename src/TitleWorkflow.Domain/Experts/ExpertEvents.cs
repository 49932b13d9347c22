using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.Experts;

/// <summary>Identifies one road into the pool and through it. Unlike a person's id it may be shown to operators: it tells nobody who it is.</summary>
public readonly record struct ExpertNominationId(Guid Value)
{
    /// <summary>A fresh, time-ordered id.</summary>
    public static ExpertNominationId New() => new(Guid.CreateVersion7());

    /// <summary>What offices and operators call the road among themselves, such as <c>ZJ-4F20B7A1C9D3</c>.</summary>
    public string Reference => $"ZJ-{Value.ToString("N")[20..].ToUpperInvariant()}";

    /// <inheritdoc />
    public override string ToString() => Value.ToString();
}

/// <summary>Somebody set out on a road into the pool; a flow follows it.</summary>
/// <param name="Nomination">The road.</param>
/// <param name="Person">Who.</param>
public sealed record ExpertNominated(ExpertNominationId Nomination, PersonId Person) : IDomainEvent;

/// <summary>Something happened on the road.</summary>
/// <param name="Nomination">The road.</param>
/// <param name="Person">Who.</param>
/// <param name="Act">What.</param>
public sealed record ExpertMoved(ExpertNominationId Nomination, PersonId Person, ExpertAct Act) : IDomainEvent;
