using MediatR;
using TitleWorkflow.Application.Filing;
using TitleWorkflow.Application.Security;

namespace TitleWorkflow.Web.Security;

/// <summary>Verifies numbers for page and program alike, and stops answering wrong ones when there are too many.</summary>
internal sealed class CertificateDesk(ISender sender, ICurrentUser user, WrongNumbers wrong)
{
    /// <summary>The answer; null if the address has sent too many wrong numbers and this is another one.</summary>
    public async Task<VerifyCertificate.Result?> VerifyAsync(string number, CancellationToken ct)
    {
        if (wrong.AreTooMany(user.Origin) && !await sender.Send(new KnowsCertificate.Query(number), ct))
        {
            return null;
        }

        var result = await sender.Send(new VerifyCertificate.Command(number), ct);
        if (result.Verdict != VerifyCertificate.Verdict.Found)
        {
            wrong.Add(user.Origin);
        }

        return result;
    }
}
