using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;

namespace TitleWorkflow.Domain.Filing;

/// <summary>Identifies a certificate.</summary>
public readonly record struct CertificateId(Guid Value)
{
    /// <summary>A fresh, time-ordered id.</summary>
    public static CertificateId New() => new(Guid.CreateVersion7());

    /// <inheritdoc />
    public override string ToString() => Value.ToString();
}

/// <summary>Whether a certificate counts.</summary>
public enum CertificateStatus
{
    /// <summary>In force.</summary>
    Valid,

    /// <summary>Replaced by a corrected one.</summary>
    Reissued,

    /// <summary>Revoked; still found.</summary>
    Revoked,
}

/// <summary>An electronic certificate (电子职称证书); equal to one on paper.</summary>
public sealed class TitleCertificate : Aggregate
{
    private TitleCertificate()
    {
    }

    /// <summary>Issues a certificate for a confirmed declaration; every name is frozen as it is today.</summary>
    /// <exception cref="RuleBrokenException">The declaration is not confirmed.</exception>
    public TitleCertificate(
        Declaration declaration, Person holder, string number, string committee, string issuer, DateOnly issuedOn)
    {
        DeclarationRules.ConfirmedBeforeCertificate.Require(declaration.ConfirmedAt is not null);
        Id = CertificateId.New();
        Number = number;
        Declaration = declaration.Id;
        Holder = holder.Id;
        HolderName = holder.Name;
        MaskedName = holder.MaskedName;
        MaskedIdNumber = holder.MaskedIdNumber;
        Series = declaration.Series;
        Specialty = declaration.Specialty;
        Level = declaration.Level;
        Committee = committee;
        Issuer = issuer;
        ConfirmationNumber = declaration.ConfirmationNumber!;
        ObtainedOn = declaration.VotedOn!.Value;
        IssuedOn = issuedOn;
    }

    /// <summary>Identity.</summary>
    public CertificateId Id { get; private set; }

    /// <summary>Twenty digits; see <see cref="CertificateNumber"/>.</summary>
    public string Number { get; private set; } = "";

    /// <summary>The case it rests on; one certificate each.</summary>
    public DeclarationId Declaration { get; private set; }

    /// <summary>Who holds it.</summary>
    public PersonId Holder { get; private set; }

    /// <summary>Holder's name, for the holder and offices.</summary>
    public string HolderName { get; private set; } = "";

    /// <summary>Holder's name as the public sees it.</summary>
    public string MaskedName { get; private set; } = "";

    /// <summary>Identity number, masked.</summary>
    public string MaskedIdNumber { get; private set; } = "";

    /// <summary>Series.</summary>
    public TitleSeries Series { get; private set; }

    /// <summary>Specialty.</summary>
    public string Specialty { get; private set; } = "";

    /// <summary>Level.</summary>
    public TitleLevel Level { get; private set; }

    /// <summary>Name of the reviewing committee.</summary>
    public string Committee { get; private set; } = "";

    /// <summary>Name of the issuing bureau.</summary>
    public string Issuer { get; private set; } = "";

    /// <summary>Number of the confirming document.</summary>
    public string ConfirmationNumber { get; private set; } = "";

    /// <summary>Day the title was obtained: the day of the ballot.</summary>
    public DateOnly ObtainedOn { get; private set; }

    /// <summary>Day of issue.</summary>
    public DateOnly IssuedOn { get; private set; }

    /// <summary>Whether it counts.</summary>
    public CertificateStatus Status { get; private set; }
}

/// <summary>One look-up of a certificate on the public page; shown to the holder.</summary>
public sealed class CertificateLookup
{
    private CertificateLookup()
    {
    }

    /// <summary>Notes a look-up.</summary>
    public CertificateLookup(CertificateId certificate, DateTimeOffset at, string origin)
    {
        Id = Guid.CreateVersion7();
        Certificate = certificate;
        At = at;
        Origin = origin;
    }

    /// <summary>Identity, time-ordered.</summary>
    public Guid Id { get; private set; }

    /// <summary>Which certificate.</summary>
    public CertificateId Certificate { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Network address it came from.</summary>
    public string Origin { get; private set; } = "";
}
