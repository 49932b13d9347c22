using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TitleWorkflow.Application.Filing;
using TitleWorkflow.Web.Printing;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Pages.Filing;

/// <summary>One's own certificates, and who looked them up.</summary>
[ForRoles]
internal sealed class CertificatesModel(ISender sender, ChromiumPrinter printer) : PageModel
{
    public ListCertificates.Result List { get; private set; } = new([]);

    public bool CanPrint => printer.CanPrint;

    public async Task OnGetAsync(CancellationToken ct) => List = await sender.Send(new ListCertificates.Query(), ct);
}
