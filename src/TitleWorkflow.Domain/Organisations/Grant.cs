namespace TitleWorkflow.Domain.Organisations;

/// <summary>Identifies a grant.</summary>
public readonly record struct GrantId(Guid Value)
{
    /// <summary>A fresh, time-ordered id.</summary>
    public static GrantId New() => new(Guid.CreateVersion7());
}

/// <summary>A person holds a role at an organisation, from a day to a day (both included).</summary>
public sealed class Grant : Aggregate
{
    private Grant()
    {
    }

    /// <summary>A new grant; <paramref name="to"/> null means until revoked.</summary>
    public Grant(PersonId person, Role role, OrganisationId organisation, DateOnly from, DateOnly? to = null)
    {
        Id = GrantId.New();
        Person = person;
        Role = role;
        Organisation = organisation;
        From = from;
        To = to;
    }

    /// <summary>Identity.</summary>
    public GrantId Id { get; private set; }

    /// <summary>Who holds the role.</summary>
    public PersonId Person { get; private set; }

    /// <summary>The role.</summary>
    public Role Role { get; private set; }

    /// <summary>Where it is held; the grant reaches nowhere else.</summary>
    public OrganisationId Organisation { get; private set; }

    /// <summary>First day in force.</summary>
    public DateOnly From { get; private set; }

    /// <summary>Last day in force; null until revoked.</summary>
    public DateOnly? To { get; private set; }

    /// <summary>True on days from <see cref="From"/> to <see cref="To"/>, both included.</summary>
    public bool InForceOn(DateOnly day) => From <= day && (To is null || day <= To);
}
