namespace TitleWorkflow.Domain.Declarations;

/// <summary>Identifies one applicant's case.</summary>
public readonly record struct DeclarationId(Guid Value)
{
    /// <summary>A fresh, time-ordered id.</summary>
    public static DeclarationId New() => new(Guid.CreateVersion7());

    /// <inheritdoc />
    public override string ToString() => Value.ToString();
}

/// <summary>Identifies one piece of evidence.</summary>
public readonly record struct EvidenceId(Guid Value)
{
    /// <summary>A fresh, time-ordered id.</summary>
    public static EvidenceId New() => new(Guid.CreateVersion7());

    /// <inheritdoc />
    public override string ToString() => Value.ToString();
}

/// <summary>Identifies an annual plan.</summary>
public readonly record struct PlanId(Guid Value)
{
    /// <summary>A fresh, time-ordered id.</summary>
    public static PlanId New() => new(Guid.CreateVersion7());

    /// <inheritdoc />
    public override string ToString() => Value.ToString();
}
