namespace TitleWorkflow.Domain.Organisations;

/// <summary>What an organisation is, and so where it stands on the jurisdiction path.</summary>
public enum OrganisationKind
{
    /// <summary>City human-resources bureau (市人社局), level 2.</summary>
    City,

    /// <summary>District bureau (区县人社局), level 3.</summary>
    District,

    /// <summary>Town or sub-district (镇街), level 4.</summary>
    Town,

    /// <summary>Employer (用人单位).</summary>
    Enterprise,

    /// <summary>Organising unit of committees (组建单位).</summary>
    OrganisingUnit,

    /// <summary>A review committee seen as an organisation, for grants (评委会).</summary>
    Committee,

    /// <summary>Independent supervision (监督).</summary>
    Supervision,

    /// <summary>Provincial human-resources department (省人社厅), level 1.</summary>
    Province,
}

/// <summary>An authority, enterprise or committee; a tree by <see cref="Parent"/>.</summary>
public sealed class Organisation : Aggregate
{
    private Organisation()
    {
    }

    /// <summary>A new organisation under <paramref name="parent"/>; null at the top.</summary>
    public Organisation(OrganisationId id, OrganisationKind kind, string name, OrganisationId? parent, string? englishName = null)
    {
        Id = id;
        Kind = kind;
        Name = name;
        Parent = parent;
        EnglishName = englishName;
    }

    /// <summary>Identity.</summary>
    public OrganisationId Id { get; private set; }

    /// <summary>What it is.</summary>
    public OrganisationKind Kind { get; private set; }

    /// <summary>Chinese name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Name on English pages; null where there is none.</summary>
    public string? EnglishName { get; private set; }

    /// <summary>The next organisation up: enterprise → town → district → city; committee → organising unit → city;
    /// city → province.</summary>
    public OrganisationId? Parent { get; private set; }

    /// <summary>Telephone shown on notices; null where none is published.</summary>
    public string? Phone { get; private set; }

    /// <summary>Six-digit region code, for certificate numbers; null where none applies.</summary>
    public string? RegionCode { get; private set; }

    /// <summary>Sets the region code of a city.</summary>
    public void AssignRegion(string code) => RegionCode = code;

    /// <summary>Publishes a telephone number for questions and objections.</summary>
    public void PublishPhone(string phone) => Phone = phone;
}
