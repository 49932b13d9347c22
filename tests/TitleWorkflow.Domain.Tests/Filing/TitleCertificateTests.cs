using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Filing;
using TitleWorkflow.Domain.Tests.Declarations;

namespace TitleWorkflow.Domain.Tests.Filing;

public sealed class TitleCertificateTests
{
    [Fact]
    public void A_certificate_rests_on_a_confirmed_declaration()
    {
        var certificate = Issue(A.Declaration().Confirmed());

        Assert.Equal(Qingtan.Day("2022-12-06"), certificate.ObtainedOn);
        Assert.Equal(Qingtan.Day("2022-12-16"), certificate.IssuedOn);
        Assert.Equal(("青人社确〔2022〕12号", CertificateStatus.Valid), (certificate.ConfirmationNumber, certificate.Status));
    }

    [Fact]
    public void The_public_sees_a_masked_name_and_number()
    {
        var certificate = Issue(A.Declaration().Confirmed());

        Assert.Equal(("方**", "370499**********34"), (certificate.MaskedName, certificate.MaskedIdNumber));
    }

    [Fact]
    public void Nothing_is_issued_for_an_unconfirmed_declaration() =>
        Refused.With(DeclarationRules.ConfirmedBeforeCertificate, () => Issue(A.Declaration().PostedAsPassed()));

    private static TitleCertificate Issue(Declaration declaration) => new(
        declaration, A.Applicant, "37049920220140000010", "工程系列评委会", "青檀市人社局", Qingtan.Day("2022-12-16"));
}
