using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TitleWorkflow.Application;
using TitleWorkflow.Application.Declarations;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Printing;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Shell;

namespace TitleWorkflow.Web.Pages.Declarations;

/// <summary>The dossier as A4 paper, to be printed or kept as PDF; not for experts, who take nothing away.</summary>
[ForAllBut(Role.Administrator, Role.ProcessDesigner)]
[NoIndex]
internal sealed class PrintModel(ISender sender, ChromiumPrinter printer, PublicAddress address) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public DossierSheet Sheet { get; private set; } = null!;

    public bool CanPrint => printer.CanPrint;

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnGetPdfAsync(CancellationToken ct)
    {
        await LoadAsync(ct);

        return CanPrint
            ? File(await printer.PrintAsync(Sheet, ct), "application/pdf", $"{Sheet.Dossier.Number}.pdf")
            : Page();
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var dossier = await sender.Send(new GetDossier.Query(new DeclarationId(Id)), ct);
        if (dossier.Sight.IsExpert())
        {
            throw new NotFoundException();
        }

        Sheet = new DossierSheet(dossier, address.Case(Id));
    }
}
