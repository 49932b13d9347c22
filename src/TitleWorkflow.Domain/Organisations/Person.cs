namespace TitleWorkflow.Domain.Organisations;

/// <summary>A person the product knows: applicant, officer, expert.</summary>
public sealed class Person : Aggregate
{
    private Person()
    {
    }

    /// <summary>A new person, employed at <paramref name="employer"/> where that matters.</summary>
    public Person(PersonId id, string name, string idNumber, OrganisationId? employer = null, string? email = null)
    {
        Id = id;
        Name = name;
        IdNumber = idNumber;
        Employer = employer;
        Email = email;
    }

    /// <summary>Identity.</summary>
    public PersonId Id { get; private set; }

    /// <summary>Full name; rare characters are kept as they are.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Identity-card number; shown masked, never on public pages.</summary>
    public string IdNumber { get; private set; } = "";

    /// <summary>Where the person works; null where it does not matter.</summary>
    public OrganisationId? Employer { get; private set; }

    /// <summary>Address for mail; null if none.</summary>
    public string? Email { get; private set; }

    /// <summary>The first character and one asterisk for each other one: 方**.</summary>
    public string MaskedName => Masked(Name);

    /// <summary>First six and last two characters of the identity number.</summary>
    public string MaskedIdNumber => Mask(IdNumber, 6, 2);

    /// <summary>A name as <see cref="MaskedName"/> shows it.</summary>
    public static string Masked(string name) => Mask(name, 1, 0);

    private static string Mask(string text, int head, int tail)
    {
        var runes = text.EnumerateRunes().ToArray();
        return string.Concat(runes.Select((r, i) => i < head || i >= runes.Length - tail ? r.ToString() : "*"));
    }
}
