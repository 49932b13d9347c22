using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace TitleWorkflow.Web.Printing;

/// <summary>A page that is a paper: read as it will be printed, or kept as PDF where the server can print.</summary>
internal abstract class PrintedPage<TPaper>(ChromiumPrinter printer) : PageModel
    where TPaper : Paper
{
    /// <summary>What the paper is about.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public TPaper Sheet { get; private set; } = null!;

    public bool CanPrint => printer.CanPrint;

    public async Task OnGetAsync(CancellationToken ct) => Sheet = await MakeAsync(ct);

    public async Task<IActionResult> OnGetPdfAsync(CancellationToken ct)
    {
        Sheet = await MakeAsync(ct);

        return CanPrint ? File(await printer.PrintAsync(Sheet, ct), "application/pdf", $"{Name(Sheet)}.pdf") : Page();
    }

    /// <summary>Reads what the paper says; the reader's right to see it is asked here.</summary>
    protected abstract Task<TPaper> MakeAsync(CancellationToken ct);

    /// <summary>Name of the file, without its ending.</summary>
    protected abstract string Name(TPaper paper);
}
