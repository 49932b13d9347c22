using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TitleWorkflow.Application.Filing;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Shell;

namespace TitleWorkflow.Web.Pages.Filing;

/// <summary>Anybody verifies a certificate, by typing its number or scanning its QR code.</summary>
[AllowAnonymous]
[NoIndex]
[ResponseCache(Duration = 0, Location = ResponseCacheLocation.None, NoStore = true)]
internal sealed class VerifyModel(CertificateDesk desk) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Number { get; set; }

    public VerifyCertificate.Result? Answer { get; private set; }

    /// <summary>Text key of what went wrong; null before a number is given, and when it was found.</summary>
    public string? Trouble { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(Number))
        {
            return;
        }

        Answer = await desk.VerifyAsync(Number, ct);
        (Response.StatusCode, Trouble) = Answer?.Verdict switch
        {
            VerifyCertificate.Verdict.Found => (StatusCodes.Status200OK, null),
            VerifyCertificate.Verdict.Mistyped => (StatusCodes.Status400BadRequest, "filing.verify.mistyped"),
            VerifyCertificate.Verdict.Unknown => (StatusCodes.Status404NotFound, "filing.verify.unknown"),
            _ => (StatusCodes.Status429TooManyRequests, "filing.verify.too-many"),
        };
    }
}
