using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.Nominations;

/// <summary>Identifies a signature; what a QR code leads to.</summary>
public readonly record struct LetterSignatureId(Guid Value)
{
    /// <summary>A fresh, time-ordered id.</summary>
    public static LetterSignatureId New() => new(Guid.CreateVersion7());

    /// <inheritdoc />
    public override string ToString() => Value.ToString();
}

/// <summary>Who signs.</summary>
/// <param name="Person">Who.</param>
/// <param name="Name">Full name.</param>
/// <param name="Role">As chairperson or as technical lead.</param>
/// <param name="IsRelative">Whether the signatory declares kinship with the nominee (亲属关系披露).</param>
public sealed record Signatory(PersonId Person, string Name, Role Role, bool IsRelative = false);

/// <summary>One person's signature under a nomination letter; never changed.</summary>
public sealed class LetterSignature : Aggregate
{
    private LetterSignature()
    {
    }

    internal LetterSignature(NominationId nomination, Signatory by, SignatureKeyId key, byte[] value, DateTimeOffset at)
    {
        Id = LetterSignatureId.New();
        Nomination = nomination;
        Person = by.Person;
        Name = by.Name;
        Role = by.Role;
        IsRelative = by.IsRelative;
        Key = key;
        Value = value;
        At = at;
    }

    /// <summary>Identity.</summary>
    public LetterSignatureId Id { get; private set; }

    /// <summary>The nomination whose letter was signed.</summary>
    public NominationId Nomination { get; private set; }

    /// <summary>Who signed.</summary>
    public PersonId Person { get; private set; }

    /// <summary>The signatory's name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>As what.</summary>
    public Role Role { get; private set; }

    /// <summary>Whether kinship was declared.</summary>
    public bool IsRelative { get; private set; }

    /// <summary>The key it was made with.</summary>
    public SignatureKeyId Key { get; private set; }

    /// <summary>ECDSA over the SHA-256 of the letter, DER.</summary>
    public byte[] Value { get; private set; } = [];

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }
}
