using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Filing;

namespace TitleWorkflow.Application.Filing;

/// <summary>What a certificate says.</summary>
/// <param name="Number">Twenty digits.</param>
/// <param name="Name">Holder's name: in full for the holder and offices, masked for the public.</param>
/// <param name="IdNumber">Identity number, masked; null for the public.</param>
/// <param name="Series">Series.</param>
/// <param name="Specialty">Specialty, Chinese.</param>
/// <param name="Level">Level.</param>
/// <param name="Title">The title, Chinese.</param>
/// <param name="Committee">Reviewing committee.</param>
/// <param name="Issuer">Issuing bureau.</param>
/// <param name="ConfirmationNumber">Number of the confirming document.</param>
/// <param name="ObtainedOn">Day the title was obtained: the day of the ballot.</param>
/// <param name="IssuedOn">Day of issue.</param>
/// <param name="Status">Whether it counts.</param>
public sealed record CertificateFacts(
    string Number,
    string Name,
    string? IdNumber,
    TitleSeries Series,
    string Specialty,
    TitleLevel Level,
    string Title,
    string Committee,
    string Issuer,
    string ConfirmationNumber,
    DateOnly ObtainedOn,
    DateOnly IssuedOn,
    CertificateStatus Status)
{
    /// <summary>For the holder and offices.</summary>
    internal static CertificateFacts InFull(TitleCertificate certificate) =>
        Of(certificate, certificate.HolderName, certificate.MaskedIdNumber);

    /// <summary>For the public: the name masked, no identity number at all.</summary>
    internal static CertificateFacts Masked(TitleCertificate certificate) => Of(certificate, certificate.MaskedName, null);

    private static CertificateFacts Of(TitleCertificate c, string name, string? idNumber) => new(
        c.Number, name, idNumber, c.Series, c.Specialty, c.Level, ProfessionalTitle.Name(c.Series, c.Level), c.Committee,
        c.Issuer, c.ConfirmationNumber, c.ObtainedOn, c.IssuedOn, c.Status);
}
