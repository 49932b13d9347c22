namespace TitleWorkflow.Domain.Organisations;

/// <summary>Identifies an organisation: an authority, an enterprise, an organising unit or a committee.</summary>
public readonly record struct OrganisationId(Guid Value)
{
    /// <summary>A fresh, time-ordered id.</summary>
    public static OrganisationId New() => new(Guid.CreateVersion7());

    /// <inheritdoc />
    public override string ToString() => Value.ToString();
}
