using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TitleWorkflow.Application.Filing;
using TitleWorkflow.Domain.Filing;
using TitleWorkflow.Web.Printing;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Shell;

namespace TitleWorkflow.Web.Pages.Filing;

/// <summary>A certificate as an A4 page, for its holder and the offices that answer for it.</summary>
[ForRoles]
[NoIndex]
internal sealed class CertificateModel(ISender sender, ChromiumPrinter printer, PublicAddress address) : PageModel
{
    public CertificateSheet Sheet { get; private set; } = null!;

    public bool Valid => Sheet.Certificate.Status == CertificateStatus.Valid;

    public bool CanPrint => printer.CanPrint && Valid;

    public Task OnGetAsync(string number, CancellationToken ct) => LoadAsync(number, ct);

    public async Task<IActionResult> OnGetPdfAsync(string number, CancellationToken ct)
    {
        await LoadAsync(number, ct);

        return CanPrint
            ? File(
                await printer.PrintAsync(Sheet, ct),
                "application/pdf",
                $"{Sheet.Certificate.Number}.pdf")
            : Page();
    }

    private async Task LoadAsync(string number, CancellationToken ct)
    {
        var certificate = await sender.Send(new GetCertificate.Query(number), ct);
        Sheet = new CertificateSheet(certificate, address.Verify(certificate.Number));
    }
}
