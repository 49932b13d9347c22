using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TitleWorkflow.Application.Declarations;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Printing;
using TitleWorkflow.Web.Security;
using TitleWorkflow.Web.Shell;

namespace TitleWorkflow.Web.Pages.Declarations;

/// <summary>The slip of an accepted declaration as A4 paper, to be printed or kept as PDF.</summary>
[ForAllBut(Role.Administrator, Role.ProcessDesigner)]
[NoIndex]
internal sealed class AcceptanceModel(ISender sender, ChromiumPrinter printer, PublicAddress address) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public AcceptanceSheet Sheet { get; private set; } = null!;

    public bool CanPrint => printer.CanPrint;

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnGetPdfAsync(CancellationToken ct)
    {
        await LoadAsync(ct);

        return CanPrint
            ? File(await printer.PrintAsync(Sheet, ct), "application/pdf", $"{Sheet.Acceptance.Number}.pdf")
            : Page();
    }

    private async Task LoadAsync(CancellationToken ct) => Sheet = new AcceptanceSheet(
        await sender.Send(new GetAcceptance.Query(new DeclarationId(Id)), ct), address.Case(Id));
}
