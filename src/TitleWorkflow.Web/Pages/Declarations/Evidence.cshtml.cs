using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TitleWorkflow.Application.Declarations;
using TitleWorkflow.Domain.Declarations;
using TitleWorkflow.Domain.Organisations;
using TitleWorkflow.Web.Security;

namespace TitleWorkflow.Web.Pages.Declarations;

/// <summary>Shows a piece of evidence in its place: a PDF in a frame cut off from the product, a picture as one.</summary>
[ForAllBut(Role.Administrator, Role.ProcessDesigner)]
internal sealed class EvidenceModel(ISender sender) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public ReadEvidence.Result Evidence { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct) =>
        Evidence = await sender.Send(new ReadEvidence.Query(new EvidenceId(Id)), ct);

    /// <summary>The bytes for the viewer on this page; opened by themselves they can do nothing.</summary>
    public async Task<IActionResult> OnGetContentAsync(CancellationToken ct)
    {
        // An address typed in or sent on is no viewer: what may not be taken away is not opened by itself either.
        if (Request.Headers["Sec-Fetch-Dest"] is ["document" or "iframe" or "object" or "embed"])
        {
            return NotFound();
        }

        var file = await sender.Send(new OpenEvidence.Query(new EvidenceId(Id), TakeAway: false), ct);
        Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        Response.Headers.CacheControl = "private, no-store";

        return File(file.Content, file.MediaType);
    }

    public async Task<IActionResult> OnGetDownloadAsync(CancellationToken ct)
    {
        var file = await sender.Send(new OpenEvidence.Query(new EvidenceId(Id), TakeAway: true), ct);
        Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        Response.Headers.CacheControl = "private, no-store";

        return File(file.Content, file.MediaType, file.FileName);
    }
}
