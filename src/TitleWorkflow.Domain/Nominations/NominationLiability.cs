using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.Nominations;

/// <summary>Identifies a liability.</summary>
public readonly record struct NominationLiabilityId(Guid Value)
{
    /// <summary>A fresh, time-ordered id.</summary>
    public static NominationLiabilityId New() => new(Guid.CreateVersion7());
}

/// <summary>What a false nomination costs: nominator and enterprise lose the right to nominate, from a day to a day.</summary>
public sealed class NominationLiability : Aggregate
{
    private NominationLiability()
    {
    }

    internal NominationLiability(
        NominationId nomination, OrganisationId enterprise, PersonId signatory, string reason, DateOnly from, int years)
    {
        Id = NominationLiabilityId.New();
        Nomination = nomination;
        Enterprise = enterprise;
        Signatory = signatory;
        Reason = reason;
        From = from;
        To = from.AddYears(years).AddDays(-1);
    }

    /// <summary>Identity.</summary>
    public NominationLiabilityId Id { get; private set; }

    /// <summary>The nomination found false.</summary>
    public NominationId Nomination { get; private set; }

    /// <summary>The enterprise that has lost the right.</summary>
    public OrganisationId Enterprise { get; private set; }

    /// <summary>The person who has lost the right, at whatever enterprise.</summary>
    public PersonId Signatory { get; private set; }

    /// <summary>What was false.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>First day without the right.</summary>
    public DateOnly From { get; private set; }

    /// <summary>Last day without the right.</summary>
    public DateOnly To { get; private set; }

    /// <summary>Whether the right is lost on <paramref name="day"/>.</summary>
    public bool IsInForceOn(DateOnly day) => From <= day && day <= To;
}
